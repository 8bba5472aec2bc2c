import type { DeflectionArm, DeflectionMeasure } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatCount, formatShare } from '../../ui/numbers.ts'

const words = text.deflection.arms

/** Both sides of the comparison on one axis, so that it can be checked by eye. */
export function ArmsPanel({ measure: { shown, heldOut } }: { measure: DeflectionMeasure }) {
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
                  <span>{formatShare(0)}</span>
                  <span>{formatShare(1)}</span>
                </span>
              </th>
              <th scope="col" class="number">
                {words.tickets}
              </th>
              <th scope="col" class="number">
                {words.requests}
              </th>
              <th scope="col" class="number">
                {words.people}
              </th>
            </tr>
          </thead>
          <tbody>
            <Row name={words.shown} arm={shown} />
            <Row name={words.heldOut} hint={words.heldOutHint} arm={heldOut} />
          </tbody>
        </table>
      </section>
      <p class="soft small">{words.note}</p>
    </section>
  )
}

function Row({ name, hint, arm }: { name: string; hint?: string; arm: DeflectionArm }) {
  const { people, requests, tickets, rate } = arm
  return (
    <tr>
      <th scope="row">
        {name}
        {hint && <span class="cell-below soft small">{hint}</span>}
      </th>
      <td class="number">{rate ? <strong>{formatShare(rate.share)}</strong> : <span class="soft">–</span>}</td>
      <td class="wide">
        {rate && (
          <MarginBar
            value={rate.share}
            low={rate.low}
            high={rate.high}
            min={0}
            max={1}
            label={text.deflection.claim.between(formatShare(rate.low), formatShare(rate.high))}
          />
        )}
      </td>
      <td class="number">{formatCount(tickets)}</td>
      <td class="number">{formatCount(requests)}</td>
      <td class="number">{formatCount(people)}</td>
    </tr>
  )
}
