import { npsFigure } from '../src/nps.ts'
import type { SampleTarget } from '../src/sampling/plan-quotas.ts'
import { type Member, makeBase, visitsOf } from './sampling-base.ts'
import {
  askByQuota,
  askEveryone,
  askFlat,
  countsByStratum,
  type Strata,
  scoreOf,
  strataOf,
  weightedOf,
} from './sampling-methods.ts'

export const ways = [
  'everyone, raw',
  'everyone, weighted',
  'flat share, raw',
  'flat share, weighted',
  'quotas, raw',
  'quotas, weighted',
] as const
export type Way = (typeof ways)[number]

/** Of one way to ask and reckon, over all rounds; in points of NPS but for the counts. */
export type Offness = {
  bias: number
  /** Of the bias itself, as an estimate from so many rounds. */
  biasError: number
  rootMeanSquare: number
  /** Root mean square over strata, each taken for itself; one without an answer counts as the whole. */
  inStrata: number
  answers: number
  effectiveAnswers: number
  /** Mean share of strata with fewer than five answers. */
  fewHeard: number
}

/** Draws many bases of a size, surveys each in every way with as many asked, and holds the results against all answers of the base. */
export function simulate(setting: {
  size: number
  target: SampleTarget
  rounds: number
  eagerness?: number
  days?: number
  seed?: number
}) {
  const { size, target, rounds, eagerness, days = 14, seed = 1 } = setting
  const errors = new Map<Way, ReturnType<typeof errorsOf>[]>(ways.map((way) => [way, []]))
  let asked = 0
  let strataCount = 0
  for (let round = 0; round < rounds; round++) {
    const base = makeBase(size, seed * 100_003 + round, eagerness)
    const visits = visitsOf(base, days, seed * 200_003 + round)
    const strata = strataOf(base, 'answers' in target ? target.answers : size / 40)
    const quota = askByQuota(visits, strata, target, round).asked
    const truth = {
      whole: scoreOf(base),
      strata: countsByStratum(base, strata).map((counts) => npsFigure(counts).score ?? 0),
    }
    const samples = {
      everyone: askEveryone(visits, quota.length),
      'flat share': askFlat(visits, quota.length, round),
      quotas: quota,
    }
    for (const [name, sample] of Object.entries(samples)) {
      for (const how of ['raw', 'weighted'] as const) {
        errors.get(`${name}, ${how}` as Way)?.push(errorsOf(sample, truth, strata, how))
      }
    }
    asked += quota.length / rounds
    strataCount += strata.strata.length / rounds
  }
  const figures = Object.fromEntries(ways.map((way) => [way, offness(errors.get(way) ?? [])])) as Record<Way, Offness>
  return { asked, strata: strataCount, figures }
}

function errorsOf(
  sample: Member[],
  truth: { whole: number; strata: number[] },
  strata: Strata,
  how: 'raw' | 'weighted',
) {
  const answered = sample.filter(({ answers }) => answers)
  const counts = countsByStratum(answered, strata)
  const weighted = how === 'weighted' ? weightedOf(counts, strata) : null
  const score = weighted?.score ?? scoreOf(answered)
  const inStrata = counts.map((count, index) => {
    const { score: own, answers } = npsFigure(count)
    return { answers, error: (own ?? score) - (truth.strata[index] ?? 0) }
  })
  return {
    error: score - truth.whole,
    squareInStrata: mean(inStrata.map(({ error }) => error ** 2)),
    answers: answered.length,
    effectiveAnswers: weighted?.effectiveAnswers ?? answered.length,
    fewHeard: mean(inStrata.map(({ answers }) => (answers < 5 ? 1 : 0))),
  }
}

function offness(rounds: ReturnType<typeof errorsOf>[]): Offness {
  const bias = mean(rounds.map(({ error }) => error))
  const variance = mean(rounds.map(({ error }) => (error - bias) ** 2))
  return {
    bias,
    biasError: Math.sqrt(variance / rounds.length),
    rootMeanSquare: Math.sqrt(mean(rounds.map(({ error }) => error ** 2))),
    inStrata: Math.sqrt(mean(rounds.map(({ squareInStrata }) => squareInStrata))),
    answers: mean(rounds.map(({ answers }) => answers)),
    effectiveAnswers: mean(rounds.map(({ effectiveAnswers }) => effectiveAnswers)),
    fewHeard: mean(rounds.map(({ fewHeard }) => fewHeard)),
  }
}

const mean = (values: number[]): number => values.reduce((total, value) => total + value, 0) / values.length
