import type { ArticleItem } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { formatCount } from '../../ui/numbers.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { useAreas } from '../tickets/use-tickets.ts'
import { articleAddress } from './article-addresses.ts'
import { languageName } from './languages.ts'
import { listFilters } from './list-filters.ts'
import { StateTag } from './state-tag.tsx'

const words = text.articles.list

/** Articles one a row, each language a row of its own. */
export function ArticlesTable({ items }: { items: ArticleItem[] }) {
  const areas = new Map(useAreas().data?.items.map(({ id, name }) => [id, name]))
  return (
    <section class="card panel stacks">
      <table class="figures articles-table">
        <caption class="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.article}</th>
            <th scope="col">{words.languages}</th>
            <th scope="col">{words.state}</th>
            <th scope="col">{words.area}</th>
            <th scope="col">{words.updated}</th>
            <th scope="col" class="number">
              {words.helped}
            </th>
            <th scope="col" class="number">
              {words.notHelped}
            </th>
          </tr>
        </thead>
        <tbody>
          {items.map((article) => (
            <Row key={article.id} article={article} area={article.areaId && (areas.get(article.areaId) ?? null)} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

function Row({ article, area }: { article: ArticleItem; area: string | null }) {
  const { link, filter } = useSegment()
  const { verdicts, updatedAt } = article
  return (
    <tr>
      <th scope="row">
        <a data-row href={link(articleAddress(article.id), listFilters(filter))} lang={article.locale}>
          <bdi>{article.title}</bdi>
        </a>
        {article.summary && (
          <p class="soft small article-row-summary" lang={article.locale} dir="auto">
            {article.summary}
          </p>
        )}
        {article.audience !== null && <span class="tag">{words.audience}</span>}
      </th>
      <td data-label={words.languages}>
        <Languages article={article} />
      </td>
      <td class="article-state-cell">
        <StateTag state={article.state} />
      </td>
      <td data-label={words.area}>{area === null ? <span class="soft">{words.noArea}</span> : <bdi>{area}</bdi>}</td>
      <td data-label={words.updated}>
        <RelativeTime at={updatedAt} />
      </td>
      <td class="number" data-label={words.helped}>
        <Verdict count={verdicts.helped} of={verdicts} />
      </td>
      <td class="number" data-label={words.notHelped}>
        <Verdict count={verdicts.notHelped} of={verdicts} />
      </td>
    </tr>
  )
}

/** The row's own language first; the others lead to their own rows' articles. */
function Languages({ article: { locale, versions } }: { article: ArticleItem }) {
  const { link, filter } = useSegment()
  return (
    <ul class="article-languages">
      <li>{languageName(locale)}</li>
      {versions.map(({ articleId, locale: other, state }) => (
        <li key={articleId}>
          <a href={link(articleAddress(articleId), listFilters(filter))}>
            {words.version(languageName(other), state === 'draft')}
          </a>
        </li>
      ))}
    </ul>
  )
}

/** That nobody spoke is not the same as that it helped nobody. */
const Verdict = ({ count, of }: { count: number; of: ArticleItem['verdicts'] }) =>
  of.helped + of.notHelped === 0 ? (
    <span class="soft" title={words.noVerdicts}>
      –
    </span>
  ) : (
    <span>{formatCount(count)}</span>
  )
