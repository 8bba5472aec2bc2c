import type { DeflectionArm, DeflectionMeasure } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatCount } from '../../ui/numbers.ts'
import { axisEnd } from './axis-end.ts'
import { per100 } from './claim-words.ts'

const words = text.deflection.arms

/** Both sides of the comparison on one axis, so that it can be checked by eye. */
export function ArmsPanel({ measure: { shown, heldOut } }: { measure: DeflectionMeasure }) {
  const most = axisEnd([shown, heldOut].flatMap(({ rate }) => rate?.high ?? []))
  return (
    <section class="card panel">
      <header class="panel-head">
        <h2 id="deflection-arms">{words.title}</h2>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard */}
      <section class="table-scroll" tabIndex={0} aria-labelledby="deflection-arms">
        <table class="figures arms">
          <thead>
            <tr>
              <th scope="col">{words.side}</th>
              <th scope="col" class="number">
                {words.rate}
              </th>
              <th scope="col" class="wide">
                {words.margin}
                <span class="axis soft" aria-hidden="true">
                  <span>0</span>
                  <span>{per100(most)}</span>
                </span>
              </th>
              <th scope="col" class="number">
                {words.tickets}
              </th>
              <th scope="col" class="number">
                {words.people}
              </th>
            </tr>
          </thead>
          <tbody>
            <Row name={words.shown} arm={shown} most={most} />
            <Row name={words.heldOut} hint={words.heldOutHint} arm={heldOut} most={most} />
          </tbody>
        </table>
      </section>
      <p class="soft small">{words.note}</p>
    </section>
  )
}

type RowProps = { name: string; hint?: string; arm: DeflectionArm; most: number }

function Row({ name, hint, arm: { people, tickets, rate }, most }: RowProps) {
  return (
    <tr>
      <th scope="row">
        {name}
        {hint && <span class="cell-below soft small">{hint}</span>}
      </th>
      <td class="number">{rate ? <strong>{per100(rate.value)}</strong> : <span class="soft">–</span>}</td>
      <td class="wide">
        {rate && (
          <MarginBar
            value={rate.value}
            low={rate.low}
            high={rate.high}
            min={0}
            max={most}
            label={text.deflection.claim.between(per100(rate.low), per100(rate.high))}
          />
        )}
      </td>
      <td class="number">{formatCount(tickets)}</td>
      <td class="number">{formatCount(people)}</td>
    </tr>
  )
}
