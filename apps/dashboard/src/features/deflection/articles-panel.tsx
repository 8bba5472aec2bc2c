import type { ArticleDeflection, StaleArticle } from '@heed/contracts'
import { ArrowDown, TriangleAlert } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { useListKeys } from '../../ui/list-keys.ts'
import { Blank } from '../../ui/loaded.tsx'
import { formatCount, formatShare } from '../../ui/numbers.ts'
import { valueName } from '../segments/field-names.ts'
import { useSegment } from '../segments/use-segment.ts'
import { type ArticleCount, articleCounts, readSort } from './deflection-view.ts'

const words = text.deflection.articles
/** So many the server names at most. */
const mostNamed = 200

/** What each article did, by whichever of its counts; those that are read often and help rarely are marked, with why. */
export function ArticlesPanel({ articles }: { articles: ArticleDeflection[] }) {
  const { filter, filtered, link } = useSegment()
  const { route } = useLocation()
  const list = useRef<HTMLTableSectionElement>(null)
  const sort = readSort(filter)
  const hasLanguages = new Set(articles.map(({ locale }) => locale)).size > 1
  const stale = articles.filter((article) => article.stale !== null)
  const onlyStale = filter('stale') === 'true' && stale.length > 0
  const shown = (onlyStale ? stale : articles).toSorted(
    (a, b) => b[sort] - a[sort] || b.read - a.read || a.title.localeCompare(b.title),
  )
  useListKeys(list, 'deflection articles', shown.length > 0)

  if (articles.length === 0)
    return (
      <div class="card">
        <Blank title={words.empty.title} body={words.empty.body}>
          <a class="button" href={link('/articles')}>
            {words.empty.action}
          </a>
        </Blank>
      </div>
    )
  return (
    <section class="card panel">
      <header class="panel-head">
        <p class="soft numbers">{words.total(shown.length)}</p>
        {stale.length > 0 ? (
          <label class="check">
            <input
              type="checkbox"
              checked={onlyStale}
              onChange={(event) => route(filtered({ stale: event.currentTarget.checked ? 'true' : undefined }), true)}
            />
            {words.onlyStale(stale.length)}
          </label>
        ) : (
          <p class="soft small">{words.noneStale}</p>
        )}
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-label={words.table}>
        <table class="figures article-counts">
          <caption class="visually-hidden">{words.table}</caption>
          <thead>
            <tr>
              <th scope="col">{words.article}</th>
              {articleCounts.map((each) => (
                <Head key={each} by={each} sort={sort} />
              ))}
            </tr>
          </thead>
          <tbody ref={list}>
            {shown.map((article) => (
              <Row
                key={article.articleId}
                article={article}
                href={link(`/articles/${article.articleId}`)}
                showsLanguage={hasLanguages}
              />
            ))}
          </tbody>
        </table>
      </section>
      {articles.length >= mostNamed && <p class="soft small">{words.most(mostNamed)}</p>}
    </section>
  )
}

function Head({ by, sort }: { by: ArticleCount; sort: ArticleCount }) {
  const { filtered } = useSegment()
  const label = words.columns[by]
  return (
    <th scope="col" class="number" aria-sort={by === sort ? 'descending' : undefined}>
      <a href={filtered({ sort: by === 'solved' ? undefined : by })} title={words.sortBy(label, words.hints[by])}>
        {label}
        {by === sort && <ArrowDown size={12} aria-hidden="true" />}
      </a>
    </th>
  )
}

type RowProps = { article: ArticleDeflection; href: string; showsLanguage: boolean }

function Row({ article, href, showsLanguage }: RowProps) {
  const { title, locale, state, stale } = article
  return (
    <tr>
      <th scope="row">
        <a href={href} data-row dir="auto">
          {title}
        </a>{' '}
        {showsLanguage && <span class="soft small">{valueName('locale', locale)} </span>}
        {state === 'draft' && <span class="tag">{words.draft}</span>}
        {stale && <Stale stale={stale} />}
      </th>
      {articleCounts.map((each) => (
        <td key={each} class="number">
          {formatCount(article[each])}
        </td>
      ))}
    </tr>
  )
}

function Stale({ stale: { readings, helped, share } }: { stale: StaleArticle }) {
  return (
    <span class="stale small">
      <TriangleAlert size={14} aria-hidden="true" />
      <span>
        <strong>{words.stale}</strong>{' '}
        {words.staleBecause(
          readings,
          helped,
          formatShare(share.share),
          formatShare(share.low),
          formatShare(share.high),
        )}
      </span>
    </span>
  )
}
