import { describe, expect, it } from 'vitest'
import { differenceInWords, formatHours, missingInWords } from './claim-words.ts'
import { measureOf } from './testing.tsx'

describe('what a difference means', () => {
  it('is said with its margin', () => {
    expect(differenceInWords({ value: 0.18, low: 0.12, high: 0.24, verdict: 'fewer' })).toBe(
      'Per 100 people who asked there were 18 fewer tickets because something was suggested (12 to 24).',
    )
  })

  it('says the smaller harm first when there are more tickets', () => {
    expect(differenceInWords({ value: -0.1, low: -0.17, high: -0.03, verdict: 'more' })).toContain('10 more')
    expect(differenceInWords({ value: -0.1, low: -0.17, high: -0.03, verdict: 'more' })).toContain('(3 to 17)')
  })

  it('claims nothing that can be chance', () => {
    const said = differenceInWords({ value: 0.07, low: -0.06, high: 0.2, verdict: 'chance' })

    expect(said).toContain('between 6 more and 20 fewer')
    expect(said).not.toContain('7')
  })
})

describe('why nothing is claimed', () => {
  it('names what there is and what it takes', () => {
    const arm = measureOf().heldOut
    const measure = measureOf({ difference: null, missing: 'too_few_people', heldOut: { ...arm, people: 7 } })

    expect(missingInWords(measure)).toBe(
      'It takes 20 people on each side. So far something was suggested to 900 people, and 7 people were held out.',
    )
  })

  it('is nothing where something is', () => {
    expect(missingInWords(measureOf())).toBeNull()
  })
})

it('writes hours as exact as they are', () => {
  expect([129_600_000, 9_000_000, 3_600_000, -10_800_000, -1].map(formatHours)).toEqual([
    '36 hours',
    '2.5 hours',
    '1 hour',
    '−3 hours',
    '0 hours',
  ])
})
