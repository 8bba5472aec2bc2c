import type { IdeaItem } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { formatCount, formatMoney } from '../../ui/numbers.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { formatWhole } from './idea-words.ts'
import { listFilters } from './list-filters.ts'

const words = text.ideas

/** One idea: what is wished, who waits for it, how far it has come. */
export function IdeaRow({ idea, currency }: { idea: IdeaItem; currency: string }) {
  const { id, title, body, area, votes, accounts, spendMinor, balancedMinor, state, createdAt } = idea
  const { link, filter } = useSegment()
  return (
    <tr>
      <th scope="row" abbr={title}>
        <a class="idea-title" href={link(`/ideas/${id}`, listFilters(filter))} data-row dir="auto">
          {title}
        </a>
        {body !== null && (
          <span class="idea-body clamp" dir="auto">
            {body}
          </span>
        )}
        <span class="soft small">
          {area && (
            <>
              <bdi>{area.name}</bdi>
              {' · '}
            </>
          )}
          <RelativeTime at={createdAt} />
        </span>
      </th>
      <Figure unit={words.short.votes(votes)}>{formatCount(votes)}</Figure>
      <Figure unit={words.short.accounts(accounts)}>{formatCount(accounts)}</Figure>
      <Figure unit={words.short.spend}>{formatMoney(spendMinor, currency)}</Figure>
      <Figure unit={words.short.balanced}>{formatWhole(balancedMinor, currency)}</Figure>
      <td class="idea-state">
        <span class="tag">{words.state[state]}</span>
      </td>
    </tr>
  )
}

/** The unit stands beside the figure only where there are no columns; screen readers have the column's head. */
function Figure({ unit, children }: { unit: string; children: string }) {
  return (
    <td class="number">
      {children}{' '}
      <span class="idea-unit soft" aria-hidden="true">
        {unit}
      </span>
    </td>
  )
}
