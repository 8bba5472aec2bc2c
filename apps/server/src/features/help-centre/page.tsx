import type { ComponentChildren } from 'preact'
import { render } from 'preact-render-to-string'
import { feedPath, indexPath, type View } from './centre.ts'
import { directionOf, nameOfLanguage } from './language.ts'
import { styleAddress } from './style.ts'

export type PageHead = {
  title: string
  description: string
  /** Path of this page as search engines shall know it; null: they shall not. */
  path: string | null
  /** The same page in other languages, by path. */
  versions: { locale: string; path: string }[]
  /** What stands in the search field. */
  search?: string
  isArticle?: boolean
}

/** A whole page as HTML. */
export const renderPage = (view: View, head: PageHead, main: ComponentChildren): string =>
  `<!doctype html>${render(
    <Page view={view} head={head}>
      {main}
    </Page>,
  )}`

function Page({ view, head, children }: { view: View; head: PageHead; children: ComponentChildren }) {
  const { lang, words, workspace, locale } = view
  return (
    <html lang={lang} dir={directionOf(lang)}>
      <Head view={view} head={head} />
      <body>
        <a class="skip" href="#text">
          {words.skip}
        </a>
        <header class="top">
          <a class="home" href={indexPath(view, locale)}>
            <strong>{workspace.name}</strong> {words.help}
          </a>
          <Languages view={view} versions={head.versions} />
          <search>
            <form action={indexPath(view, locale)}>
              <input
                type="search"
                name="q"
                value={head.search ?? ''}
                placeholder={words.searchLabel}
                aria-label={words.searchLabel}
                maxLength={200}
                required
              />
              <button type="submit">{words.search}</button>
            </form>
          </search>
        </header>
        <main id="text" tabIndex={-1}>
          {children}
        </main>
        <footer class="foot">
          <a href={feedPath(view, locale)} type="application/atom+xml">
            {words.feed}
          </a>
        </footer>
      </body>
    </html>
  )
}

function Head({ view, head }: { view: View; head: PageHead }) {
  const { base, origin, locale, workspace, words } = view
  const site = `${workspace.name} ${words.help}`
  const title = head.title === site ? site : `${head.title} · ${site}`
  return (
    <head>
      <meta charSet="utf-8" />
      <title>{title}</title>
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <meta name="color-scheme" content="light dark" />
      <meta name="description" content={head.description} />
      <link rel="stylesheet" href={styleAddress(base, workspace.accent)} />
      <link rel="alternate" type="application/atom+xml" title={words.feed} href={feedPath(view, locale)} />
      {head.path === null ? (
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={origin + head.path} />
          <meta property="og:url" content={origin + head.path} />
        </>
      )}
      {head.path !== null &&
        head.versions.length > 1 &&
        head.versions.map((version) => (
          <link key={version.locale} rel="alternate" hreflang={version.locale} href={origin + version.path} />
        ))}
      <meta property="og:title" content={head.title} />
      <meta property="og:description" content={head.description} />
      <meta property="og:type" content={head.isArticle ? 'article' : 'website'} />
      <meta property="og:site_name" content={site} />
      <meta property="og:locale" content={locale.replace('-', '_')} />
    </head>
  )
}

function Languages({ view, versions }: { view: View; versions: PageHead['versions'] }) {
  const { locale, words } = view
  if (versions.length < 2) return null
  return (
    <nav class="languages" aria-label={words.languages}>
      <ul>
        {versions.map((version) => (
          <li key={version.locale}>
            <a
              href={version.path}
              hreflang={version.locale}
              lang={version.locale}
              aria-current={version.locale === locale ? 'true' : undefined}
            >
              {nameOfLanguage(version.locale)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
