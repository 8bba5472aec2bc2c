import type { NpsStratum } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { displayName } from '../../ui/names.ts'
import { formatCount, formatNps, formatShare } from '../../ui/numbers.ts'
import { isEnough, leastAnswers } from './months.ts'
import { npsInWords } from './nps-words.ts'

const words = text.overview.plans

type Props = {
  byPlan: NpsStratum[]
  /** This page for one plan. */
  hrefOfPlan: (plan: string) => string
  /** Null: plans are counted as of the answer, and the address filters as of now, so it would open other answers. */
  answersOfPlan: ((plan: string) => string) | null
}

/** The same score for each plan, on one axis, so that plans can be compared by eye. */
export function PlansTable({ byPlan, hrefOfPlan, answersOfPlan }: Props) {
  return (
    <div class="card panel">
      <header class="panel-head">
        <h2 id="by-plan">{words.title}</h2>
      </header>
      {byPlan.length === 0 ? (
        <p class="soft">{words.none}</p>
      ) : (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls sideways must be reachable by keyboard
        <section class="table-scroll" tabIndex={0} aria-labelledby="by-plan">
          <table class="figures">
            <thead>
              <tr>
                <th scope="col">{words.plan}</th>
                <th scope="col" class="number">
                  {words.nps}
                </th>
                <th scope="col" class="wide">
                  {words.margin}
                  <span class="axis soft" aria-hidden="true">
                    <span>{formatNps(-100)}</span>
                    <span>0</span>
                    <span>100</span>
                  </span>
                </th>
                <th scope="col" class="number">
                  {words.answers}
                </th>
                <th scope="col" class="number">
                  {words.people}
                </th>
                <th scope="col" class="number">
                  {words.responseRate}
                </th>
              </tr>
            </thead>
            <tbody>
              {byPlan.map((stratum) => (
                <PlanRow key={stratum.plan} stratum={stratum} hrefOfPlan={hrefOfPlan} answersOfPlan={answersOfPlan} />
              ))}
            </tbody>
          </table>
        </section>
      )}
      {byPlan.length > 0 && answersOfPlan === null && <p class="soft small">{words.asOfNow}</p>}
    </div>
  )
}

function PlanRow({ stratum, hrefOfPlan, answersOfPlan }: { stratum: NpsStratum } & Omit<Props, 'byPlan'>) {
  const { plan, base, responseRate, figure } = stratum
  const { score, low, high, answers } = figure
  return (
    <tr>
      <th scope="row" class="plan-name">
        {/* A missing plan never meets a condition, so there is nothing to filter by. */}
        {plan === null ? (
          <span class="soft">{text.common.noPlan}</span>
        ) : (
          <a href={hrefOfPlan(plan)} title={words.filter(displayName(plan))}>
            {displayName(plan)}
          </a>
        )}
      </th>
      {isEnough(figure) && score !== null && low !== null && high !== null ? (
        <>
          <td class="number">
            <strong>{formatNps(score)}</strong>
          </td>
          <td class="wide">
            <MarginBar value={score} low={low} high={high} min={-100} max={100} label={npsInWords(figure) ?? ''} />
          </td>
        </>
      ) : (
        <>
          <td class="number soft">–</td>
          <td class="wide soft small">{words.few(leastAnswers - answers)}</td>
        </>
      )}
      <td class="number">
        {plan === null || answers === 0 || answersOfPlan === null ? (
          formatCount(answers)
        ) : (
          <a href={answersOfPlan(plan)}>
            {formatCount(answers)}
            <span class="visually-hidden">
              {' '}
              {text.overview.plans.answers}, {displayName(plan)}
            </span>
          </a>
        )}
      </td>
      <td class="number">{formatCount(base)}</td>
      <td class="number">{responseRate === null ? '–' : formatShare(responseRate)}</td>
    </tr>
  )
}
