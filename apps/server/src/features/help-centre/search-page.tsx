import { render } from 'preact-render-to-string'
import { indexPath, type View } from './centre.ts'
import { ArticleLinks, indexVersions } from './index-page.tsx'
import { directionOf } from './language.ts'
import { renderPage } from './page.tsx'
import type { FoundArticle } from './search-articles.ts'
import { en } from './words/en.ts'

/** What was found for words. */
export const renderSearch = (view: View, text: string, found: FoundArticle[]): string => {
  const { words, locale, lang } = view
  const title = words.resultsFor.replace('{text}', () => text)
  return renderPage(
    view,
    { title, description: title, path: null, versions: indexVersions(view), search: text },
    <div class="results">
      <h1>{title}</h1>
      {found.length === 0 ? (
        <>
          <p>{words.nothingFound}</p>
          <p>
            <a href={indexPath(view, locale)}>{words.allTopics}</a>
          </p>
        </>
      ) : (
        <div lang={locale === lang ? undefined : locale} dir={directionOf(locale)}>
          <ArticleLinks view={view} articles={found} />
        </div>
      )}
    </div>,
  )
}

/** An address at which there is nothing. */
export const renderNotFound = (view: View): string => {
  const { words, locale } = view
  return renderPage(
    view,
    { title: words.notFound, description: words.notFound, path: null, versions: indexVersions(view) },
    <div class="results">
      <h1>{words.notFound}</h1>
      <p>{words.notFoundWhy}</p>
      <p>
        <a href={indexPath(view, locale)}>{words.allTopics}</a>
      </p>
    </div>,
  )
}

/** No help centre has this address, so there is no company to name and no language to choose. */
export const renderNoCentre = (): string =>
  `<!doctype html>${render(
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <title>{en.notFound}</title>
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="robots" content="noindex" />
      </head>
      <body>
        <main>
          <h1>{en.notFound}</h1>
        </main>
      </body>
    </html>,
  )}`
