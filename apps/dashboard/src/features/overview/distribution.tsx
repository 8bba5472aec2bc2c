import type { NpsGroup } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { formatCount, formatShare } from '../../ui/numbers.ts'
import { groupOf } from '../../ui/score-badge.tsx'

const words = text.overview.distribution

const groups: { group: NpsGroup; range: string }[] = [
  { group: 'detractor', range: '0–6' },
  { group: 'passive', range: '7–8' },
  { group: 'promoter', range: '9–10' },
]

type Props = { distribution: number[]; hrefOf: (filter: { score?: string; group?: NpsGroup }) => string }

/** How often each score was given. Each bar and each group opens its answers. */
export function Distribution({ distribution, hrefOf }: Props) {
  const all = distribution.reduce((sum, count) => sum + count, 0)
  const most = Math.max(1, ...distribution)
  const inGroup = (group: NpsGroup) =>
    distribution.reduce((sum, count, score) => (groupOf(score) === group ? sum + count : sum), 0)

  return (
    <section class="card panel distribution">
      <header class="panel-head">
        <h2>{words.title}</h2>
      </header>
      <ul class="bars">
        {distribution.map((count, score) => (
          <li key={score}>
            <a href={hrefOf({ score: String(score) })} aria-label={words.bar(score, count)}>
              <span class="bar-track">
                <span class="bar-count soft">{formatCount(count)}</span>
                <span
                  class="bar"
                  data-group={groupOf(score)}
                  data-empty={count === 0}
                  style={{ '--share': count / most }}
                />
              </span>
              <span class="bar-score">{score}</span>
            </a>
          </li>
        ))}
      </ul>
      <ul class="bar-groups">
        {groups.map(({ group, range }) => (
          <li key={group} data-group={group}>
            <a href={hrefOf({ group })}>
              {words.group(text.common.groups[group], range)}{' '}
              <strong>{all === 0 ? '–' : formatShare(inGroup(group) / all)}</strong>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}
