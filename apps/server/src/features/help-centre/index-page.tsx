import type { PublicItem } from '../articles/public-articles.queries.ts'
import { articlePath, indexPath, topicsOf, type View } from './centre.ts'
import { directionOf } from './language.ts'
import { renderPage } from './page.tsx'

/** The first page: every article by its area. */
export const renderIndex = (view: View): string => {
  const { workspace, words, locale, lang } = view
  const topics = topicsOf(view)
  const site = `${workspace.name} ${words.help}`
  const description = topics.map(({ name }) => name).join(' · ')
  return renderPage(
    view,
    { title: site, description, path: indexPath(view, locale), versions: indexVersions(view) },
    <>
      <h1 class={topics.length > 0 ? 'unseen' : undefined}>{site}</h1>
      {topics.length === 0 && <p>{words.empty}</p>}
      <div class="topics" lang={locale === lang ? undefined : locale} dir={directionOf(locale)}>
        {topics.map((topic) => (
          <section key={topic.name}>
            <h2 dir="auto">{topic.name}</h2>
            <ArticleLinks view={view} articles={topic.articles} />
          </section>
        ))}
      </div>
    </>,
  )
}

export const indexVersions = (view: View) => view.locales.map((locale) => ({ locale, path: indexPath(view, locale) }))

export function ArticleLinks({ view, articles }: { view: View; articles: PublicItem[] }) {
  return (
    <ul class="articles">
      {articles.map((article) => (
        <li key={article.id}>
          <a href={articlePath(view, article)}>{article.title}</a>
          {article.summary && <p>{article.summary}</p>}
        </li>
      ))}
    </ul>
  )
}
