import { Fragment } from 'preact'
import { render } from 'preact-render-to-string'
import { directionOf } from '../features/help-centre/language.ts'

type Written = {
  lang: string
  subject: string
  /** Plain text; an empty line ends a paragraph. */
  body: string
  /** The last, small lines: why it came, and the link that stops it. */
  why: string
  stop: { label: string; address: string }
}

/** A line that is an address, and nothing else. */
const isAddress = (line: string) => /^https?:\/\/\S+$/.test(line) && URL.canParse(line)

/**
 * The plain text as HTML, for programs that show no other. Whatever stands in it is text: it is escaped where it is
 * rendered. Styles stand inline and set no colours of their own, so that a dark mail program stays dark.
 */
export const renderMail = ({ lang, subject, body, why, stop }: Written): string => {
  const dir = directionOf(lang)
  return `<!doctype html>${render(
    <html lang={lang} dir={dir}>
      <head>
        <meta charSet="utf-8" />
        <meta name="color-scheme" content="light dark" />
        <title>{subject}</title>
      </head>
      <body style="margin:0;padding:24px 16px">
        <div lang={lang} dir={dir} style="max-width:36em;margin:0 auto;font:16px/1.5 system-ui,sans-serif">
          {body.split(/\n{2,}/).map((paragraph) => (
            <p key={paragraph} dir="auto" style="margin:0 0 16px">
              <Lines lines={paragraph.split('\n')} />
            </p>
          ))}
          <p style="margin:32px 0 0;padding-top:16px;border-top:1px solid rgba(128,128,128,.5);font-size:13px">
            {why} <a href={stop.address}>{stop.label}</a>
          </p>
        </div>
      </body>
    </html>,
  )}`
}

function Lines({ lines }: { lines: string[] }) {
  return (
    <>
      {lines.map((line, index) => (
        <Fragment key={line}>
          {index > 0 && <br />}
          {isAddress(line) ? <a href={line}>{line}</a> : line}
        </Fragment>
      ))}
    </>
  )
}
