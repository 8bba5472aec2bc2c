import type { NpsResult, NpsStratum } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { displayName } from '../../ui/names.ts'
import { formatShare } from '../../ui/numbers.ts'

const words = text.overview.why

export type Heard = { plan: string; baseShare: number; answerShare: number }

// A plan stands out when its share of answers is a quarter off its share of people, and by at least five points:
// less than that changes no score that anyone would act on.
const offBy = { ratio: 1.25, points: 0.05 }

type Counted = Pick<NpsStratum, 'plan' | 'base'> & { figure: Pick<NpsStratum['figure'], 'answers'> }

/** The plans that are heard most above and most below their size. Shares are of all people and answers. */
export function unevenlyHeard(byPlan: Counted[]): { over: Heard | null; under: Heard | null } {
  const people = byPlan.reduce((sum, { base }) => sum + base, 0)
  const answers = byPlan.reduce((sum, { figure }) => sum + figure.answers, 0)
  if (people === 0 || answers === 0) return { over: null, under: null }
  const heard = byPlan
    .map(({ plan, base, figure }) => ({
      plan: plan === null ? text.common.noPlan : displayName(plan),
      baseShare: base / people,
      answerShare: figure.answers / answers,
    }))
    .sort((a, b) => b.answerShare - b.baseShare - (a.answerShare - a.baseShare))
  const most = heard.at(0)
  const least = heard.at(-1)
  return {
    over: most && standsOut(most.answerShare, most.baseShare) ? most : null,
    under: least && standsOut(least.baseShare, least.answerShare) ? least : null,
  }
}

const standsOut = (larger: number, smaller: number): boolean =>
  larger - smaller >= offBy.points && larger >= smaller * offBy.ratio

const isOnePlan = (byPlan: NpsStratum[]): boolean =>
  byPlan.filter(({ base, figure }) => base > 0 || figure.answers > 0).length < 2

/** Why raw and weighted differ, why they do not, or why there is nothing to weigh, in sentences; empty without a score. */
export function whyTheyDiffer({ raw, weighted, byPlan }: Pick<NpsResult, 'raw' | 'weighted' | 'byPlan'>): string[] {
  if (raw.score === null) return []
  if (isOnePlan(byPlan)) return [words.onePlan]
  if (weighted === null) return [words.noWeighted]

  const { over, under } = unevenlyHeard(byPlan)
  const heard = [
    ...(over ? [words.over(over.plan, formatShare(over.baseShare), formatShare(over.answerShare))] : []),
    ...(under ? [words.under(under.plan, formatShare(under.baseShare), formatShare(under.answerShare))] : []),
  ]
  const agree = Math.round(raw.score) === Math.round(weighted.score)
  const uncovered = weighted.coveredShare < 0.995 ? [words.uncovered(formatShare(1 - weighted.coveredShare))] : []
  if (heard.length === 0) return [agree ? words.inProportion : words.small, ...uncovered]
  return [...heard, agree ? words.agree : words.differ, ...uncovered]
}
