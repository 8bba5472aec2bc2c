import type { IdeaSplit, VotePart } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { formatCount, formatMoney } from '../../ui/numbers.ts'
import { partName } from '../results/part-words.ts'
import { useIdeaSplit } from './use-idea.ts'

const words = text.idea.split
const dimensions = ['plan', 'tenure', 'spend'] as const satisfies readonly (keyof IdeaSplit)[]

/** The votes by plan, tenure and spend as of each vote, with the counts. */
export function IdeaSplitTables({ ideaId, currency }: { ideaId: string; currency: string }) {
  const query = useIdeaSplit(ideaId)
  return (
    <section class="card panel">
      <h2>{words.title}</h2>
      <Loaded query={query} skeleton={<Skeleton height={280} />}>
        {(split) =>
          split.plan.length === 0 ? (
            <p class="soft">{words.none}</p>
          ) : (
            dimensions.map((by) => <SplitTable key={by} by={by} parts={split[by]} currency={currency} />)
          )
        }
      </Loaded>
    </section>
  )
}

type TableProps = { by: keyof IdeaSplit; parts: VotePart[]; currency: string }

function SplitTable({ by, parts, currency }: TableProps) {
  return (
    <table class="figures idea-split">
      <caption>{words.by[by]}</caption>
      <thead>
        <tr>
          <th scope="col">
            <span class="visually-hidden">{words.columns.part}</span>
          </th>
          <th scope="col" class="number">
            {words.columns.votes}
          </th>
          <th scope="col" class="number">
            {words.columns.accounts}
          </th>
          <th scope="col" class="number">
            {words.columns.spend}
          </th>
        </tr>
      </thead>
      <tbody>
        {parts.map(({ value, votes, accounts, spendMinor }) => (
          <tr key={value ?? ''}>
            <th scope="row" dir="auto">
              {partName(by, value, currency)}
            </th>
            <td class="number">{formatCount(votes)}</td>
            <td class="number">{formatCount(accounts)}</td>
            <td class="number">{formatMoney(spendMinor, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
