import type { SamplingReport, StratumReport } from '@heed/contracts'
import { text } from '../../../locales/text.ts'
import { displayName } from '../../../ui/names.ts'
import { formatCount, formatMoney } from '../../../ui/numbers.ts'
import { useSettled } from '../../segments/use-settled.ts'
import { formatDecimal } from '../survey-words.ts'
import { useSamplingPlan } from '../use-survey.ts'
import { useBuilder } from './builder-context.ts'

const words = text.surveys.builder.howMany

/** Over which groups of customers a target would be spread, and how many answers of each are wanted. */
export function SamplingPlan() {
  const { definition, workspace } = useBuilder()
  const { data, isError, isPlaceholderData } = useSamplingPlan(useSettled(definition))
  return (
    <section class="survey-plan" aria-label={words.planTitle} data-old={isPlaceholderData}>
      <h3>{words.planTitle}</h3>
      <div aria-live="polite">
        {isError && <p class="soft">{words.planFailed}</p>}
        {!isError && data === undefined && <p class="soft">{words.planning}</p>}
        {data?.base === 0 && <p class="soft">{words.nobody}</p>}
        {data && data.expectedMarginPoints !== null && (
          <p class="numbers">{words.expected(formatDecimal(data.expectedMarginPoints))}</p>
        )}
      </div>
      {data && data.base > 0 && <PlanTable report={data} currency={workspace.currency} />}
    </section>
  )
}

function PlanTable({ report, currency }: { report: SamplingReport; currency: string }) {
  return (
    <div class="table-scroll">
      <table class="figures survey-plan-table">
        <caption class="visually-hidden">{words.planTitle}</caption>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col" class="number">
              {words.people}
            </th>
            <th scope="col" class="number">
              {words.wanted}
            </th>
          </tr>
        </thead>
        <tbody>
          {report.strata.map((stratum) => (
            <tr key={stratum.key}>
              <th scope="row">{stratumInWords(stratum, currency)}</th>
              <td class="number">{formatCount(stratum.base)}</td>
              <td class="number">{stratum.wanted === null ? '–' : formatCount(stratum.wanted)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.all}</th>
            <td class="number">{formatCount(report.base)}</td>
            <td class="number">{report.wanted === null ? '–' : formatCount(report.wanted)}</td>
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

/** "Growth, Starter · 180 days or more · under $500 a month". Both bounds of the server count in. */
export function stratumInWords(
  { plans, tenureDays, spendMinor }: Pick<StratumReport, 'plans' | 'tenureDays' | 'spendMinor'>,
  currency: string,
): string {
  const parts = [
    ...(plans ? [plans.map((plan) => (plan === null ? words.noPlan : displayName(plan))).join(', ')] : []),
    ...(tenureDays ? [tenureInWords(tenureDays)] : []),
    ...(spendMinor ? [spendInWords(spendMinor, (minor) => formatMoney(minor, currency))] : []),
  ]
  return parts.length === 0 ? words.everyoneInOne : parts.join(' · ')
}

type Range = { from: number | null; to: number | null }

function tenureInWords({ from, to }: Range): string {
  if (from === null && to === null) return words.tenure.unknown
  if (to === null) return from ? words.tenure.from(from) : words.tenure.any
  return from === null || from === 0 ? words.tenure.to(to) : words.tenure.range(from, to)
}

/** One more than the last minor unit that counts in is what people say: "under $500". */
function spendInWords({ from, to }: Range, format: (minor: number) => string): string {
  if (from === null && to === null) return words.spend.unknown
  if (to === 0) return words.spend.none
  if (to === null) return from ? words.spend.from(format(from)) : words.spend.any
  return from === null || from <= 1
    ? words.spend.below(format(to + 1))
    : words.spend.range(format(from), format(to + 1))
}
