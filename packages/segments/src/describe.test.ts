import type { SegmentCondition } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import { describeSegment } from './describe.ts'
import { parseSegment } from './parse.ts'

const inEnglish = (condition: SegmentCondition, currency = 'USD') =>
  describeSegment({ all: [condition] }, { currency, locale: 'en' })[0]

describe('a segment in words', () => {
  it('is one phrase a condition, in the order given, and none for everyone', () => {
    const phrases = describeSegment(
      {
        all: [
          { field: 'plan', test: { op: 'is', values: ['growth', 'enterprise'] } },
          { field: 'spend', test: { op: 'between', from: 10_000 } },
          { field: 'tenure', test: { op: 'between', from: 180 } },
          { field: 'trait', name: 'industry', test: { op: 'is', values: ['Retail', 'Energy'] } },
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
    [{ field: 'plan', test: { op: 'is', values: ['pro'] } }, 'Pro'],
    [{ field: 'plan', test: { op: 'is', values: ['free', 'pro', 'team'] } }, 'Free, Pro, or Team'],
    [{ field: 'plan', test: { op: 'is', values: ['', 'pro'] } }, 'Plan: empty or Pro'],
    [
      { field: 'trait', name: 'signup_source', test: { op: 'is', values: ['', 'fair'] } },
      'Signup source: empty or fair',
    ],
  ])('names the values of %j', (condition, phrase) => {
    expect(inEnglish(condition)).toBe(phrase)
  })

  it.each<[number | undefined, number | undefined, string, string]>([
    [10_000, 50_000, 'USD', 'spend $100–$500'],
    [9_950, undefined, 'USD', 'spend ≥ $99.50'],
    [undefined, 123_456_789, 'USD', 'spend ≤ $1,234,567.89'],
    [10_000, 10_000, 'USD', 'spend = $100'],
    [0, 0, 'EUR', 'spend = €0'],
    [10_000, undefined, 'JPY', 'spend ≥ ¥10,000'],
    [10_500, undefined, 'KWD', 'spend ≥ KWD\u00a010.500'],
    [undefined, undefined, 'USD', 'spend known'],
  ])('writes spend of %s to %s minor units of %s as “%s”', (low, high, currency, phrase) => {
    const condition: SegmentCondition = {
      field: 'spend',
      test: { op: 'between', ...(low !== undefined && { from: low }), ...(high !== undefined && { to: high }) },
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
      test: { op: 'between', ...(low !== undefined && { from: low }), ...(high !== undefined && { to: high }) },
    }

    expect(inEnglish(condition)).toBe(phrase)
  })

  it('writes amounts as the reader’s country does, and all in English while there are no words for a language', () => {
    const segment = { all: [{ field: 'spend' as const, test: { op: 'between' as const, from: 123_400 } }] }

    expect(describeSegment(segment, { currency: 'EUR', locale: 'en-IE' })).toEqual(['spend ≥ €1,234'])
    expect(describeSegment(segment, { currency: 'EUR', locale: 'de-DE' })).toEqual(['Umsatz ≥ 1.234\u00a0€'])
    expect(describeSegment(segment, { currency: 'EUR', locale: 'fi' })).toEqual(['spend ≥ €1,234'])
  })

  it.each([
    ['event."Order completed":3..@30d', '“Order completed” at least 3 times in 30 days'],
    ['event.Login:1..', '“Login” at least once'],
    ['event.Login:1000..', '“Login” at least 1,000 times'],
    ['event.Login:..2@1d', '“Login” at most 2 times in 1 day'],
    ['event.Login:2..5', '“Login” 2–5 times'],
    ['event.Login:1..1', '“Login” once'],
    ['event.Login:..0@7d', 'never “Login” in 7 days'],
    ['nps:0..6', 'last NPS 0–6'],
    ['nps:9..@90d', 'last NPS 9–10 in 90 days'],
    ['nps:10..10', 'last NPS 10'],
    ['tickets.open:1..', 'has an open ticket'],
    ['tickets.closed:..0@30d', 'has no closed ticket in 30 days'],
    ['tickets:2..5', 'tickets 2–5'],
    ['tickets.open:3..', 'open tickets ≥ 3'],
    ['tickets:..4', 'tickets ≤ 4'],
    ['created:0d..30d', 'created in the last 30 days'],
    ['created:..1d', 'created in the last day'],
    ['seen:..0d', 'last seen today'],
    ['seen:0d..', 'last seen today or earlier'],
    ['seen:90d..', 'last seen 90 days ago or earlier'],
    ['seen:3d..7d', 'last seen 3–7 days ago'],
    ['seen:1d..1d', 'last seen 1 day ago'],
    ['seen:*', 'last seen known'],
    ['trait.renewal:..30d', 'Renewal 30 days ago or later'],
    ['trait.renewal:0d..30d', 'Renewal in the last 30 days'],
    ['created:2026-03-01..2026-03-31', 'created March 1 – 31, 2026'],
    ['created:2026-03-01..2026-03-01', 'created March 1, 2026'],
    ['created:2026-03-01..', 'created March 1, 2026 or later'],
    ['created:..2026-03-01', 'created March 1, 2026 or earlier'],
    ['country:DE,FR', 'Germany or France'],
    ['country:de,DE', 'Germany'],
    ['country:DE,Utopia', 'Country: Germany or Utopia'],
    ['country:^U', 'Country begins with “U”'],
    ['locale:de,de_AT', 'Language: German or Austrian German'],
    ['locale:"x 1",d-1', 'Language: x 1 or d-1'],
    ['plan:~gro', 'Plan contains “gro”'],
    ['account.seats_used:..10', 'Seats used (account) ≤ 10'],
    ['person.score:..', 'Score (person) known'],
    ['trait.note:~late', 'Note contains “late”'],
    ['not(country:DE)', 'not: Germany'],
    ['not(plan:a;seats:5..)', 'not: A and seats ≥ 5'],
    ['any(plan:a,b;all(seats:5..;spend:..100))', '(A or B) or (seats ≥ 5 and spend ≤ $1)'],
    ['any(not(plan:a);seats:5..)', '(not: A) or seats ≥ 5'],
    ['all(any(plan:a,b);seats:5..)', '(A or B) and seats ≥ 5'],
    ['in:seg_000000000000000000000', 'Silent majority'],
    ['in:seg_000000000000000000001', 'a segment that is gone'],
  ])('says %s as “%s”', (text, phrase) => {
    const { segment, faults } = parseSegment(text)
    const nameOf = (id: string) => (id.endsWith('0') ? 'Silent majority' : undefined)

    const said = describeSegment(segment, { currency: 'USD', locale: 'en', nameOf })

    expect(faults).toEqual([])
    expect(said.map((each) => each.replaceAll('\u2009', ' '))).toEqual([phrase])
  })

  it('says days as the reader’s country writes them', () => {
    const { segment } = parseSegment('created:2026-03-01..2026-03-31')

    const [phrase] = describeSegment(segment, { currency: 'EUR', locale: 'en-GB' })

    expect(phrase?.replaceAll('\u2009', '')).toBe('created 1–31 March 2026')
  })

  it('keeps names that run the other way from turning what stands beside them', () => {
    const { segment } = parseSegment('trait.מספר:5..;trait.score:5..')
    const said = (locale: string) => describeSegment(segment, { currency: 'USD', locale })

    expect(said('en')).toEqual(['\u2068מספר\u2069 ≥ 5', 'Score ≥ 5'])
    expect(said('he')).toEqual(['מספר: 5 או יותר', '\u2068Score\u2069: 5 או יותר'])
  })

  it('does not raise letters of names as the reader’s language would', () => {
    const { segment } = parseSegment('trait.industry:ibm')

    expect(describeSegment(segment, { currency: 'USD', locale: 'tr' })).toEqual(['Industry: ibm'])
  })
})
