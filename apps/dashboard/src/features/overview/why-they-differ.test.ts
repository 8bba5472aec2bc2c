import type { NpsFigure, NpsStratum } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import { unevenlyHeard, whyTheyDiffer } from './why-they-differ.ts'

const figure = (answers: number, score: number | null = 10): NpsFigure => ({
  score,
  low: score,
  high: score,
  answers,
  promoters: answers,
  passives: 0,
  detractors: 0,
})
const stratum = (plan: string | null, base: number, answers: number): NpsStratum => ({
  plan,
  base,
  exposures: answers * 3,
  responseRate: null,
  figure: figure(answers),
})
const weighted = (score: number, coveredShare = 1) => ({ score, low: 0, high: 20, effectiveAnswers: 80, coveredShare })
const plain = (sentences: string[]) => sentences.join(' ').replaceAll('\u00a0', ' ')

describe('why raw and weighted differ', () => {
  it('names the plan that is heard most above its size and the one most below', () => {
    const byPlan = [stratum('starter', 600, 90), stratum('growth', 300, 9), stratum('enterprise', 100, 1)]

    const why = whyTheyDiffer({ raw: figure(100, 31), weighted: weighted(20), byPlan })

    expect(plain(why)).toBe(
      'Starter is over-heard: 60 % of people, 90 % of answers. Growth is under-heard: 30 % of people, 9 % of answers. ' +
        'Weighting gives every plan and tenure its true size.',
    )
  })

  it('says that they agree when every plan is heard in proportion', () => {
    const byPlan = [stratum('starter', 500, 52), stratum('growth', 500, 48)]

    expect(plain(whyTheyDiffer({ raw: figure(100, 31), weighted: weighted(31.2), byPlan }))).toMatch(/in proportion/)
    expect(plain(whyTheyDiffer({ raw: figure(100, 31), weighted: weighted(33), byPlan }))).toMatch(/small differences/)
  })

  it('does not call two equal scores different, even when plans are heard unevenly', () => {
    const byPlan = [stratum('starter', 500, 90), stratum('growth', 500, 10)]

    const why = plain(whyTheyDiffer({ raw: figure(100, 31), weighted: weighted(31), byPlan }))

    expect(why).toMatch(/agree all the same/)
    expect(why).not.toMatch(/true size/)
  })

  it('tells who is left out of the weighted score', () => {
    const byPlan = [stratum('starter', 880, 100), stratum('enterprise', 120, 0)]

    const why = plain(whyTheyDiffer({ raw: figure(100, 31), weighted: weighted(31, 0.88), byPlan }))

    expect(why).toMatch(/12 % of people are on plans without an answer/)
  })

  it('has nothing to weigh with one plan or too few answers, and nothing to say without a score', () => {
    const byPlan = [stratum('growth', 100, 50)]

    expect(plain(whyTheyDiffer({ raw: figure(50), weighted: weighted(10), byPlan }))).toMatch(/one plan only/)
    expect(plain(whyTheyDiffer({ raw: figure(9), weighted: null, byPlan }))).toMatch(/one plan only/)
    const two = [...byPlan, stratum('scale', 10, 1)]
    expect(plain(whyTheyDiffer({ raw: figure(1), weighted: null, byPlan: two }))).toMatch(/Too few answers/)
    expect(whyTheyDiffer({ raw: figure(0, null), weighted: null, byPlan: two })).toEqual([])
  })

  it('lets no plan stand out by chance of a few answers or an empty base', () => {
    expect(unevenlyHeard([stratum('a', 50, 53), stratum('b', 50, 47)])).toEqual({ over: null, under: null })
    expect(unevenlyHeard([stratum('a', 0, 0), stratum(null, 0, 0)])).toEqual({ over: null, under: null })
  })
})
