import { describe, expect, it } from 'vitest'
import { cutOf, figureOf, partOf, resultOf } from './testing.ts'
import { whyInWords } from './why-words.ts'

const plans = (growth: number, starter: number) =>
  cutOf([
    partOf('growth', { base: 100, figure: figureOf(40, growth) }),
    partOf('starter', { base: 400, figure: figureOf(20, starter) }),
  ])
const even = cutOf([partOf('0..89', { base: 100, figure: figureOf(30, 100) })], 'tenure')
const inWords = (text: string[]) => text.join(' ').replaceAll('\u00a0', ' ')

describe('why raw and weighted differ', () => {
  it('says who is over- and who under-heard', () => {
    const why = whyInWords(resultOf(), { plan: plans(100, 100), tenure: even }, 'USD')

    expect(inWords(why)).toBe(
      'Growth is over-heard: 20 % of customers, 50 % of answers. ' +
        'Starter is under-heard: 80 % of customers, 50 % of answers. ' +
        'Weighting gives every plan and tenure its true size.',
    )
  })

  it('names the tenure where that is further off than any plan', () => {
    const tenure = cutOf(
      [
        partOf('0..89', { base: 50, figure: figureOf(30, 150) }),
        partOf('90..', { base: 450, figure: figureOf(30, 50) }),
      ],
      'tenure',
    )

    expect(inWords(whyInWords(resultOf(), { plan: plans(50, 150), tenure }, 'USD'))).toContain(
      'over-heard: 10 % of customers, 75 % of answers',
    )
  })

  it('says that they agree where everybody is heard in proportion', () => {
    const same = resultOf({
      weighted: { ...figureOf(31, 214), effectiveAnswers: 200, coveredShare: 1, method: 'post-stratified' },
    })

    expect(whyInWords(same, { plan: plans(40, 160), tenure: even }, 'USD')).toEqual([
      'Every plan and tenure is heard about in proportion to its size, so the two agree.',
    ])
  })

  it.each([
    ['too_few', 'Too few answers to weigh by plan and tenure.'],
    ['unit', 'Each account weighs as much as it spends, so it is weighted already.'],
  ] as const)('says why there is no weighted figure: %s', (weightedMissing, said) => {
    const result = resultOf({ weighted: null, weightedMissing })

    expect(whyInWords(result, { plan: undefined, tenure: undefined }, 'USD')).toEqual([said])
  })
})
