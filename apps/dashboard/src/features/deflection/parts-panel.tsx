import type { DeflectionCut, DeflectionPart } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatCount } from '../../ui/numbers.ts'
import { partName } from '../results/part-words.ts'
import { narrowed } from '../results/use-part-links.ts'
import { useSegment } from '../segments/use-segment.ts'
import { axisEnd } from './axis-end.ts'
import { differenceInWords, fewerPer100, missingInWords } from './claim-words.ts'
import { cuts } from './deflection-view.ts'

const words = text.deflection.parts

type Props = { parts: DeflectionPart[]; cut: DeflectionCut; currency: string }

/** The same by plan, tenure or spend, all parts on one axis. */
export function PartsPanel({ parts, cut, currency }: Props) {
  const { filtered } = useSegment()
  const most = axisEnd(
    parts.flatMap(({ measure: { difference } }) => (difference ? [difference.low, difference.high] : [])),
  )
  const few = parts.find(({ measure }) => measure.difference === null)
  const title = words.title(words.cuts[cut].toLocaleLowerCase())
  return (
    <section class="card panel">
      <header class="panel-head">
        <h2 id="deflection-parts">{title}</h2>
        <nav class="segmented" aria-label={words.by}>
          {cuts.map((each) => (
            <a
              key={each}
              href={filtered({ by: each === 'plan' ? undefined : each })}
              aria-current={each === cut ? 'true' : undefined}
            >
              {words.cuts[each]}
            </a>
          ))}
        </nav>
      </header>
      {parts.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        <section class="table-scroll" tabIndex={0} aria-labelledby="deflection-parts">
          <table class="figures parts">
            <thead>
              <tr>
                <th scope="col">{words.cuts[cut]}</th>
                <th scope="col" class="number">
                  {words.fewer}
                </th>
                <th scope="col" class="wide">
                  {text.deflection.arms.margin}
                  <span class="axis soft" aria-hidden="true">
                    <span>{fewerPer100(-most)}</span>
                    <span>0</span>
                    <span>{fewerPer100(most)}</span>
                  </span>
                </th>
                {(['requests', 'solved', 'left', 'tickets'] as const).map((each) => (
                  <th key={each} scope="col" class="number">
                    {words[each]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {parts.map((part) => (
                <Row key={part.value} part={part} name={partName(cut, part.value, currency)} most={most} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {few && <p class="soft small">{words.fewNote(few.measure.peopleNeeded)}</p>}
    </section>
  )
}

type RowProps = { part: DeflectionPart; name: string; most: number }

function Row({ part, name, most }: RowProps) {
  const { segment, cut } = useSegment()
  const only = narrowed(segment, part)
  const { difference } = part.measure
  return (
    <tr>
      <th scope="row">
        {only === null ? (
          <bdi>{name}</bdi>
        ) : (
          <a href={cut(only)} title={words.only(name)}>
            <bdi>{name}</bdi>
          </a>
        )}
      </th>
      {difference ? (
        <>
          <td class="number">
            <strong>{fewerPer100(difference.value)}</strong>
          </td>
          <td class="wide">
            <MarginBar
              value={difference.value}
              low={difference.low}
              high={difference.high}
              min={-most}
              max={most}
              label={differenceInWords(difference)}
            />
          </td>
        </>
      ) : (
        <td class="soft small" colSpan={2} title={missingInWords(part.measure) ?? undefined}>
          {words.few}
        </td>
      )}
      <td class="number">{formatCount(part.requests)}</td>
      <td class="number">{formatCount(part.solved)}</td>
      <td class="number">{formatCount(part.left)}</td>
      <td class="number">{formatCount(part.tickets)}</td>
    </tr>
  )
}
