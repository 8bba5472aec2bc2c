import { scoreRange } from '@heed/contracts/survey-kinds'
import { describe, expect, it } from 'vitest'
import { cesScale, csat, distribution } from './scores.ts'
import { shareWithMargin } from './share.ts'

const scores = (...answers: number[]) => answers.map((each, at) => ({ value: at + 1, answers: each }))

describe('CSAT', () => {
  it('is the share of 4 and 5 with Wilson’s margin', () => {
    const figure = csat(scores(2, 1, 3, 10, 4), 200)

    const { share: value, low, high } = shareWithMargin(14, 20, 200) ?? { share: 0, low: 0, high: 0 }
    expect(figure).toEqual({ value, low, high, answers: 20 })
    expect(value).toBe(0.7)
  })

  it('is nothing where nobody answered', () => {
    expect(csat([])).toBeNull()
    expect(csat(scores(0, 0, 0, 0, 0))).toBeNull()
  })
})

describe('CES', () => {
  it('has the scale of the contracts', () => {
    expect([cesScale.lowest, cesScale.highest]).toEqual(scoreRange.ces)
  })
})

describe('a distribution', () => {
  it('gives each option its share of all answers, those that nobody chose as well', () => {
    const shares = distribution([
      { option: 'price', chosen: 3 },
      { option: 'speed', chosen: 1 },
      { option: 'looks', chosen: 0 },
    ])

    expect(shares.map(({ option, share }) => [option, share?.value, share?.answers])).toEqual([
      ['price', 0.75, 4],
      ['speed', 0.25, 4],
      ['looks', 0, 4],
    ])
    expect(shares[2]?.share?.low).toBe(0)
    expect(shares[2]?.share?.high).toBeGreaterThan(0.3)
  })

  it('counts people, not choices, where one may choose several', () => {
    const shares = distribution(
      [
        { option: 'a', chosen: 8 },
        { option: 'b', chosen: 6 },
      ],
      10,
    )

    expect(shares.map(({ share }) => share?.value)).toEqual([0.8, 0.6])
  })

  it('has no shares where nobody answered', () => {
    expect(distribution([{ option: 'a', chosen: 0 }])).toEqual([{ option: 'a', chosen: 0, share: null }])
  })
})
