import type { DistributionPart, NpsGroup, SurveyKind, SurveyResult } from '@heed/contracts'
import { scoreRange } from '@heed/contracts/survey-kinds'
import { shareWithMargin } from '@heed/stats'
import { text } from '../../locales/text.ts'
import { formatCount, formatShare } from '../../ui/numbers.ts'
import { groupOf } from '../../ui/score-badge.tsx'
import type { Filters } from '../segments/segment-url.ts'
import { ShareBar } from './share-bar.tsx'

const words = text.results.distribution

const groups: { group: NpsGroup; range: string }[] = [
  { group: 'detractor', range: '0–6' },
  { group: 'passive', range: '7–8' },
  { group: 'promoter', range: '9–10' },
]

/** The answers that chose something; null where they cannot be opened. */
type HrefOf = ((filters: Filters) => string) | null
type Props = { result: Pick<SurveyResult, 'distribution' | 'measure' | 'raw'>; kind: SurveyKind; hrefOf: HrefOf }

/** How often each score, or each option, was given: bars with their margins, which are a table as well. */
export function DistributionPanel({ result: { distribution, measure }, kind, hrefOf }: Props) {
  const isScored = kind in scoreRange
  const [lowest, highest] = isScored ? scoreRange[kind as keyof typeof scoreRange] : [0, 0]
  const title = isScored ? words.scores(lowest, highest) : words.options
  const most = Math.max(0.01, ...distribution.map(({ share }) => share?.high ?? 0))
  const rows = isScored ? distribution.toReversed() : distribution
  return (
    <section class="card panel shares">
      <header class="panel-head">
        <h2>{title}</h2>
      </header>
      {measure === 'nps' && <Groups distribution={distribution} hrefOf={hrefOf} />}
      <table class="figures shares-table" data-options={!isScored}>
        <caption class="visually-hidden">{title}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{isScored ? words.score : words.option}</th>
            <th scope="col">{words.margin}</th>
            <th scope="col">{words.share}</th>
            <th scope="col">{words.answers}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((part) => (
            <Row key={part.value} part={part} kind={kind} most={most} hrefOf={hrefOf} />
          ))}
        </tbody>
      </table>
      {kind === 'multiple_choice' && <p class="soft small">{words.severalShares}</p>}
    </section>
  )
}

type RowProps = { part: DistributionPart; kind: SurveyKind; most: number; hrefOf: HrefOf }

function Row({ part: { value, label, answers, share }, kind, most, hrefOf }: RowProps) {
  const isScored = kind in scoreRange
  const name = isScored ? value : (label ?? words.unnamed)
  const group = kind === 'nps' ? groupOf(Number(value)) : undefined
  return (
    <tr>
      <th scope="row" class={isScored ? 'number' : undefined}>
        {hrefOf !== null && answers > 0 ? (
          <a href={hrefOf(isScored ? { score: value } : { choice: value })} dir="auto">
            {name}
          </a>
        ) : (
          <bdi>{name}</bdi>
        )}
      </th>
      <td class="wide">{share && <ShareBar share={share} most={most} {...(group && { group })} />}</td>
      <td class="number">{share ? formatShare(share.share) : '–'}</td>
      <td class="number soft">{formatCount(answers)}</td>
    </tr>
  )
}

function Groups({ distribution, hrefOf }: { distribution: DistributionPart[]; hrefOf: HrefOf }) {
  const count = (parts: DistributionPart[]) => parts.reduce((sum, { answers }) => sum + answers, 0)
  const all = count(distribution)
  return (
    <ul class="bar-groups">
      {groups.map(({ group, range }) => {
        const inGroup = count(distribution.filter(({ value }) => groupOf(Number(value)) === group))
        const share = shareWithMargin(inGroup, all)
        const said = (
          <>
            {words.group(text.common.groups[group], range)} <strong>{share ? formatShare(share.share) : '–'}</strong>
          </>
        )
        return (
          <li key={group} data-group={group}>
            {hrefOf === null || inGroup === 0 ? said : <a href={hrefOf({ group })}>{said}</a>}
            {share && (
              <span class="soft small"> {text.results.range(formatShare(share.low), formatShare(share.high))}</span>
            )}
          </li>
        )
      })}
    </ul>
  )
}
