import type { NpsFigure, NpsStratum } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import { whyTheyDiffer } from './why-they-differ.ts'

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

    const why = whyTheyDiffer({ raw: figure(100, 31), weighted: weighted(20), byPlan, byTenure: [] }, 'EUR')

    expect(plain(why)).toBe(
      'Starter is over-heard: 60 % of people, 90 % of answers. Growth is under-heard: 30 % of people, 9 % of answers. ' +
        'Weighting gives every plan and tenure its true size.',
    )
  })

  it('says that they agree when every plan is heard in proportion', () => {
    const byPlan = [stratum('starter', 500, 52), stratum('growth', 500, 48)]

    expect(
      plain(whyTheyDiffer({ raw: figure(100, 31), weighted: weighted(31.2), byPlan, byTenure: [] }, 'EUR')),
    ).toMatch(/in proportion/)
    expect(plain(whyTheyDiffer({ raw: figure(100, 31), weighted: weighted(33), byPlan, byTenure: [] }, 'EUR'))).toMatch(
      /small differences/,
    )
  })

  it('does not call two equal scores different, even when plans are heard unevenly', () => {
    const byPlan = [stratum('starter', 500, 90), stratum('growth', 500, 10)]

    const why = plain(whyTheyDiffer({ raw: figure(100, 31), weighted: weighted(31), byPlan, byTenure: [] }, 'EUR'))

    expect(why).toMatch(/agree all the same/)
    expect(why).not.toMatch(/true size/)
  })

  it('tells who is left out of the weighted score', () => {
    const byPlan = [stratum('starter', 880, 100), stratum('enterprise', 120, 0)]

    const why = plain(
      whyTheyDiffer({ raw: figure(100, 31), weighted: weighted(31, 0.88), byPlan, byTenure: [] }, 'EUR'),
    )

    expect(why).toMatch(/12 % of people are in plans and tenures without an answer/)
  })

  it('names the tenure where it stands out more, as the weights are those of plan and tenure', () => {
    const byPlan = [stratum('growth', 100, 50)]
    const byTenure = [
      { tenure: '0..89', base: 60, answers: 20 },
      { tenure: '365..', base: 30, answers: 28 },
      { tenure: null, base: 10, answers: 2 },
    ]

    const why = plain(whyTheyDiffer({ raw: figure(50, 37), weighted: weighted(31), byPlan, byTenure }, 'EUR'))

    expect(why).toBe(
      '1 year or longer is over-heard: 30 % of people, 56 % of answers. under 90 days is under-heard: 60 % of people, ' +
        '40 % of answers. Weighting gives every plan and tenure its true size.',
    )
  })

  it('says of one plan whose tenures are heard alike that small differences add up', () => {
    const byPlan = [stratum('growth', 100, 50)]
    const byTenure = [
      { tenure: '0..89', base: 50, answers: 26 },
      { tenure: '365..', base: 50, answers: 24 },
    ]

    const why = plain(whyTheyDiffer({ raw: figure(50, 37), weighted: weighted(38), byPlan, byTenure }, 'EUR'))

    expect(why).toBe('No plan or tenure stands out; small differences add up.')
  })

  it('has nothing to weigh with one plan or too few answers, and nothing to say without a score', () => {
    const byPlan = [stratum('growth', 100, 50)]

    expect(plain(whyTheyDiffer({ raw: figure(9), weighted: null, byPlan, byTenure: [] }, 'EUR'))).toMatch(
      /one plan only/,
    )
    const two = [...byPlan, stratum('scale', 10, 1)]
    expect(plain(whyTheyDiffer({ raw: figure(1), weighted: null, byPlan: two, byTenure: [] }, 'EUR'))).toMatch(
      /Too few answers/,
    )
    expect(whyTheyDiffer({ raw: figure(0, null), weighted: null, byPlan: two, byTenure: [] }, 'EUR')).toEqual([])
  })
})
