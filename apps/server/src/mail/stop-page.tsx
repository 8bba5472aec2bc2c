import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { directionOf } from '../features/help-centre/language.ts'
import { mailWordsFor } from './mail-words.ts'
import type { MailRow } from './mails.queries.ts'
import { stopStyleAddress } from './stop-style.ts'

type About = { mail: MailRow; workspaceName: string }

/** Asks whether mail shall stop: programs follow links by themselves, so a press does it. */
export const renderStopQuestion = ({ mail, workspaceName }: About): string => {
  const { words, lang } = mailWordsFor(mail.locale)
  return renderPage(
    lang,
    words.stopTitle,
    <>
      <p>{words.stopQuestion.replace('{workspace}', () => workspaceName).replace('{address}', () => mail.address)}</p>
      <form method="post">
        <button type="submit">{words.stopButton}</button>
      </form>
    </>,
  )
}

export const renderStopped = ({ mail, workspaceName }: About): string => {
  const { words, lang } = mailWordsFor(mail.locale)
  return renderPage(lang, words.stopped, <p>{words.stoppedText.replace('{workspace}', () => workspaceName)}</p>)
}

/** Behind a link that names no mail. @param locale as the browser asks for it */
export const renderUnknownStop = (locale: string): string => {
  const { words, lang } = mailWordsFor(locale)
  return renderPage(lang, words.unknown, <p>{words.unknownText}</p>)
}

const renderPage = (lang: string, title: string, children: ComponentChildren): string =>
  `<!doctype html>${render(
    <html lang={lang} dir={directionOf(lang)}>
      <head>
        <meta charSet="utf-8" />
        <title>{title}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
        <link rel="stylesheet" href={stopStyleAddress} />
      </head>
      <body>
        <main>
          <h1>{title}</h1>
          {children}
        </main>
      </body>
    </html>,
  )}`
