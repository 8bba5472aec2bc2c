import { articleNodes } from '../articles/article-nodes.ts'
import type { ArticleRow } from '../articles/articles.queries.ts'
import { readMarkdown } from '../articles/read-markdown.ts'
import { ArticleBody } from './article-body.tsx'
import { articlePath, indexPath, type View } from './centre.ts'
import { ArticleLinks } from './index-page.tsx'
import { directionOf, writeDate } from './language.ts'
import { renderPage } from './page.tsx'
import { placesInCentre } from './places.ts'
import { describeArticle } from './text-of.ts'

const mostRelated = 5

type Shown = {
  article: ArticleRow
  /** The article in every language that it is there in. */
  versions: ArticleRow[]
  /** The reader has just said whether it helped. */
  answered: boolean
}

export const renderArticle = (view: View, { article, versions, answered }: Shown): string => {
  const { words, locale, lang, areas, articles } = view
  const path = articlePath(view, article)
  const area = areas.find(({ id }) => id === article.areaId)
  const related = area
    ? articles
        .filter((other) => other.locale === locale && other.areaId === area.id && other.id !== article.id)
        .slice(0, mostRelated)
    : []
  return renderPage(
    view,
    {
      title: article.title,
      description: describeArticle(article),
      path: answered ? null : path,
      versions: versions.map((version) => ({ locale: version.locale, path: articlePath(view, version) })),
      isArticle: true,
    },
    <>
      <nav class="path" aria-label={words.allTopics}>
        <a href={indexPath(view, locale)}>{words.allTopics}</a>
        {area && (
          <>
            <span aria-hidden="true">/</span>
            <span dir="auto">{area.name}</span>
          </>
        )}
      </nav>
      <article class="text" lang={locale === lang ? undefined : locale} dir={directionOf(locale)}>
        <h1>{article.title}</h1>
        {article.summary && <p class="summary">{article.summary}</p>}
        <ArticleBody nodes={articleNodes(readMarkdown(article.body), placesInCentre(view))} />
      </article>
      <p class="changed">
        <time dateTime={article.updatedAt.toISOString()}>
          {words.changed.replace('{date}', () => writeDate(article.updatedAt, lang))}
        </time>
      </p>
      <Verdict view={view} path={path} answered={answered} />
      {area && related.length > 0 && (
        <aside class="related" aria-label={words.related}>
          <h2>{words.related}</h2>
          <ArticleLinks view={view} articles={related} />
        </aside>
      )}
    </>,
  )
}

function Verdict({ view: { words }, path, answered }: { view: View; path: string; answered: boolean }) {
  return answered ? (
    <p class="verdict" id="verdict" role="status" tabIndex={-1}>
      {words.thanks}
    </p>
  ) : (
    <form class="verdict" id="verdict" method="post" action={`${path}/verdict`}>
      <h2>{words.didItHelp}</h2>
      <button type="submit" name="helped" value="yes">
        {words.yes}
      </button>
      <button type="submit" name="helped" value="no">
        {words.no}
      </button>
    </form>
  )
}
