import type { SegmentCondition } from '@heed/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeSegment } from './describe.ts'
import { someSegment } from './testing.ts'

const inEnglish = (condition: SegmentCondition, currency = 'USD') =>
  describeSegment({ all: [condition] }, { currency, locale: 'en' })[0]

describe('a segment in words', () => {
  it('is one phrase a condition, in the order given, and none for everyone', () => {
    const phrases = describeSegment(
      {
        all: [
          { field: 'plan', anyOf: ['growth', 'enterprise'] },
          { field: 'spend', atLeastMinor: 10_000 },
          { field: 'tenure', atLeastDays: 180 },
          { field: 'trait', name: 'industry', anyOf: ['Retail', 'Energy'] },
        ],
      },
      { currency: 'USD', locale: 'en' },
    )

    expect(phrases).toEqual([
      'Growth or Enterprise',
      'spend ≥ $100',
      '6 months or longer',
      'Industry: Retail or Energy',
    ])
    expect(describeSegment({ all: [] }, { currency: 'USD', locale: 'en' })).toEqual([])
  })

  it.each<[SegmentCondition, string]>([
    [{ field: 'plan', anyOf: ['pro'] }, 'Pro'],
    [{ field: 'plan', anyOf: ['free', 'pro', 'team'] }, 'Free, Pro, or Team'],
    [{ field: 'trait', name: 'signup_source', anyOf: ['', 'fair'] }, 'Signup source: empty or fair'],
  ])('names the values of %j', (condition, phrase) => {
    expect(inEnglish(condition)).toBe(phrase)
  })

  it.each<[number | undefined, number | undefined, string, string]>([
    [10_000, 50_000, 'USD', 'spend $100–$500'],
    [9_950, undefined, 'USD', 'spend ≥ $99.50'],
    [undefined, 123_456_789, 'USD', 'spend ≤ $1,234,567.89'],
    [10_000, 10_000, 'USD', 'spend $100'],
    [0, 0, 'EUR', 'spend €0'],
    [10_000, undefined, 'JPY', 'spend ≥ ¥10,000'],
    [10_500, undefined, 'KWD', 'spend ≥ KWD\u00a010.500'],
    [undefined, undefined, 'USD', 'spend known'],
  ])('writes spend of %s to %s minor units of %s as “%s”', (low, high, currency, phrase) => {
    const condition: SegmentCondition = {
      field: 'spend',
      ...(low !== undefined && { atLeastMinor: low }),
      ...(high !== undefined && { atMostMinor: high }),
    }

    expect(inEnglish(condition, currency)).toBe(phrase)
  })

  it.each<[number | undefined, number | undefined, string]>([
    [180, undefined, '6 months or longer'],
    [183, undefined, '6 months or longer'],
    [365, undefined, '1 year or longer'],
    [730, undefined, '2 years or longer'],
    [548, undefined, '18 months or longer'],
    [30, undefined, '1 month or longer'],
    [29, undefined, '29 days or longer'],
    [400, undefined, '400 days or longer'],
    [1, undefined, '1 day or longer'],
    [0, undefined, 'tenure known'],
    [undefined, undefined, 'tenure known'],
    [undefined, 89, 'under 90 days'],
    [0, 89, 'under 90 days'],
    [undefined, 90, 'up to 90 days'],
    [undefined, 13, 'up to 13 days'],
    [undefined, 179, 'under 6 months'],
    [undefined, 364, 'under 1 year'],
    [undefined, 365, 'up to 1 year'],
    [undefined, 0, 'up to 0 days'],
    [90, 365, 'tenure 3–12 months'],
    [90, 179, 'tenure 3–6 months'],
    [180, 364, 'tenure 6–12 months'],
    [365, 730, 'tenure 1–2 years'],
    [45, 180, 'tenure 45–180 days'],
    [90, 92, 'tenure 90–92 days'],
    [180, 180, 'tenure 180 days'],
  ])('writes a tenure of %s to %s days as “%s”', (low, high, phrase) => {
    const condition: SegmentCondition = {
      field: 'tenure',
      ...(low !== undefined && { atLeastDays: low }),
      ...(high !== undefined && { atMostDays: high }),
    }

    expect(inEnglish(condition)).toBe(phrase)
  })

  it('writes amounts as the reader’s country does, and all in English while there are no words for a language', () => {
    const segment = { all: [{ field: 'spend' as const, atLeastMinor: 123_400 }] }

    expect(describeSegment(segment, { currency: 'EUR', locale: 'en-IE' })).toEqual(['spend ≥ €1,234'])
    expect(describeSegment(segment, { currency: 'EUR', locale: 'de-DE' })).toEqual(['spend ≥ €1,234'])
  })

  it('always has a phrase for each condition', () => {
    fc.assert(
      fc.property(someSegment, (segment) => {
        const phrases = describeSegment(segment, { currency: 'USD', locale: 'en' })

        expect(phrases).toHaveLength(segment.all.length)
        expect(phrases.every((phrase) => phrase.length > 0)).toBe(true)
      }),
    )
  })
})
