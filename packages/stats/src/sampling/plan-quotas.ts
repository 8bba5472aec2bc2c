import { allocate, designEffect, type Quotas, type StratumToFill } from './allocate.ts'
import { marginOfAnswers } from './answers-for-margin.ts'

/** What a survey aims at: so many answers, or a 95 % margin of ± so many points. */
export type SampleTarget = { answers: number } | { marginPoints: number }

export type SamplePlan = {
  quotas: Quotas
  /** The sum of the quotas. */
  wanted: number
  /** What the floor for small strata costs the whole, see {@link designEffect}. */
  designEffect: number
  /** ± points at 95 % once all quotas are full; null where no answer can be expected. */
  marginPoints: number | null
  /** Whether the base can give what is aimed at. */
  reached: boolean
}

/**
 * Quotas for a target. For a margin these are the fewest answers that reach it with the design effect of their own quotas
 * and the finite-population correction; where the base cannot give as many, all that it can give.
 * @param minimum answers of each stratum, see {@link allocate}
 * @param spread standard deviation of one answer in points, see {@link answersForMargin}
 */
export function planQuotas(
  strata: readonly StratumToFill[],
  target: SampleTarget,
  options: { minimum?: number; spread?: number } = {},
): SamplePlan {
  if ('answers' in target) {
    const plan = planFor(strata, target.answers, options)
    return { ...plan, reached: plan.wanted >= target.answers }
  }
  const reaches = ({ marginPoints }: { marginPoints: number | null }) =>
    marginPoints !== null && marginPoints <= target.marginPoints
  const most = planFor(strata, Number.POSITIVE_INFINITY, options)
  if (!reaches(most)) return { ...most, reached: false }

  let [tooFew, enough] = [0, most.wanted]
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2)
    if (reaches(planFor(strata, middle, options))) enough = middle
    else tooFew = middle
  }
  return { ...planFor(strata, enough, options), reached: true }
}

function planFor(
  strata: readonly StratumToFill[],
  answers: number,
  { spread, ...options }: { minimum?: number; spread?: number },
): Omit<SamplePlan, 'reached'> {
  const quotas = allocate(strata, answers, options)
  const wanted = sum([...quotas.values()])
  const effect = designEffect(strata, quotas)
  const base = sum(strata.map((stratum) => stratum.base))
  const marginPoints = marginOfAnswers({
    answers: wanted,
    base,
    designEffect: effect,
    ...(spread === undefined ? {} : { spread }),
  })
  return { quotas, wanted, designEffect: effect, marginPoints }
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
