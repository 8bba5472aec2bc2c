import type { NpsResult } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { displayName } from '../../ui/names.ts'
import { formatShare } from '../../ui/numbers.ts'
import { partName } from '../results/part-words.ts'
import { strongest, unevenlyHeard } from '../results/unevenly-heard.ts'

const words = text.overview.why

type Weighed = Pick<NpsResult, 'raw' | 'weighted' | 'byPlan' | 'byTenure'>

const isOnePlan = ({ byPlan }: Weighed): boolean =>
  byPlan.filter(({ base, figure }) => base > 0 || figure.answers > 0).length < 2

/** Why raw and weighted differ, why they do not, or why there is nothing to weigh, in sentences; empty without a score. */
export function whyTheyDiffer(result: Weighed, currency: string): string[] {
  const { raw, weighted } = result
  if (raw.score === null) return []
  if (weighted === null) return [isOnePlan(result) ? words.onePlan : words.noWeighted]

  const { over, under } = strongest([unevenlyHeard(plansOf(result)), unevenlyHeard(tenuresOf(result, currency))])
  const heard = [
    ...(over ? [words.over(over.name, formatShare(over.baseShare), formatShare(over.answerShare))] : []),
    ...(under ? [words.under(under.name, formatShare(under.baseShare), formatShare(under.answerShare))] : []),
  ]
  const agree = Math.round(raw.score) === Math.round(weighted.score)
  const uncovered = weighted.coveredShare < 0.995 ? [words.uncovered(formatShare(1 - weighted.coveredShare))] : []
  if (heard.length === 0) return [agree ? words.inProportion : words.small, ...uncovered]
  return [...heard, agree ? words.agree : words.differ, ...uncovered]
}

const plansOf = ({ byPlan }: Weighed) =>
  byPlan.map(({ plan, base, figure }) => ({
    name: plan === null ? text.common.noPlan : displayName(plan),
    base,
    answers: figure.answers,
  }))

const tenuresOf = ({ byTenure }: Weighed, currency: string) =>
  byTenure.map(({ tenure, base, answers }) => ({
    name: tenure === null ? words.noTenure : partName('tenure', tenure, currency),
    base,
    answers,
  }))
