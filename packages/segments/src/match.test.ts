import type { SegmentNode, TraitValue } from '@heed/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { SegmentCustomer } from './customer.ts'
import { matchesSegment } from './match.ts'
import { parseSegment } from './parse.ts'
import { someCustomer, someNow, someSegment } from './testing.ts'

const at = new Date('2028-03-01T00:30:00.000Z')
const day = (days: number) => new Date(at.getTime() - days * 86_400_000)

const retailer: SegmentCustomer = {
  plan: 'growth',
  reportingSpendMinor: 10_000,
  tenureDays: 180,
  seats: 12,
  locale: 'de-AT',
  createdAt: new Date('2028-02-29T23:59:59.999Z'),
  lastSeenAt: at,
  personTraits: { role: 'Admin', renewal: '2028-02-29', tags: ['a'] },
  accountTraits: { industry: 'Retail', vip: true, score: 12, country: 'AT', role: 'none' },
  events: [
    { name: 'login', at: day(1) },
    { name: 'login', at: day(30) },
    { name: 'login', at: new Date(at.getTime() + 1) },
  ],
  npsScores: [
    { score: 9, at: day(100) },
    { score: 3, at: day(10) },
  ],
  tickets: [{ state: 'open', createdAt: day(2) }],
}
const stranger: SegmentCustomer = {
  plan: null,
  reportingSpendMinor: null,
  tenureDays: null,
  seats: null,
  locale: null,
  createdAt: null,
  lastSeenAt: null,
  personTraits: {},
  accountTraits: {},
  events: [],
  npsScores: [],
  tickets: [],
}
const belongs = (text: string, customer = retailer) => {
  const { segment, faults } = parseSegment(text)
  expect(faults).toEqual([])
  return matchesSegment(segment, customer, at)
}

describe('whether a customer belongs to a segment', () => {
  it.each([
    ['plan:free,growth', true],
    ['plan:Growth', false],
    ['plan:~ROW', true],
    ['plan:^gro', true],
    ['plan:^row', false],
    ['spend:10000..', true],
    ['spend:..10000', true],
    ['spend:10001..', false],
    ['tenure:180..180', true],
    ['seats:..11', false],
    ['locale:^de', true],
    ['country:AT', true],
    ['created:2028-02-29..2028-02-29', true],
    ['created:2028-03-01..', false],
    ['created:1d..1d', true],
    ['created:0d..0d', false],
    ['seen:..0d', true],
    ['trait.industry:Retail', true],
    ['trait.role:Admin', true],
    ['account.role:Admin', false],
    ['person.industry:*', false],
    ['trait.vip:true', true],
    ['trait.vip:~tr', false],
    ['trait.score:12', true],
    ['trait.score:11.5..12', true],
    ['trait.industry:0..', false],
    ['trait.renewal:..1d', true],
    ['trait.industry:2028-01-01..', false],
    ['trait.tags:a', false],
    ['trait.tags:*', true],
    ['trait.constructor:*', false],
    ['event.login:2..2', true],
    ['event.login:1..1@30d', true],
    ['event.logout:..0', true],
    ['nps:0..6', true],
    ['nps:9..10', false],
    ['nps:0..10@10d', false],
    ['nps:0..10@11d', true],
    ['tickets:1..', true],
    ['tickets.closed:1..', false],
    ['any(plan:free;seats:12..12)', true],
    ['not(plan:growth;seats:12..12)', false],
    ['not(plan:growth;seats:13..)', true],
    ['in:seg_0mws8i9zx9kq3n64fxpr2', false],
  ])('%s: %s', (text, verdict) => {
    expect(belongs(text)).toBe(verdict)
  })

  it('holds everyone without conditions', () => {
    expect([retailer, stranger].map((customer) => belongs('', customer))).toEqual([true, true])
  })

  it.each([
    'plan:*',
    'spend:0..',
    'tenure:0..',
    'seats:..9',
    'created:..2028-12-31',
    'seen:0d..',
    'nps:..10',
    'trait.x:*',
  ])('meets nothing where no value is known: %s, and so its opposite', (text) => {
    expect(belongs(text, stranger)).toBe(false)
    expect(belongs(`not(${text})`, stranger)).toBe(true)
  })

  it('looks at the last score alone, and of two at the same moment at the lower', () => {
    const twice = { ...stranger, npsScores: [3, 9, 6].map((score, i) => ({ score, at: day(i === 0 ? 9 : 2) })) }

    expect(belongs('nps:6..6', twice)).toBe(true)
    expect(belongs('any(nps:3..3;nps:9..9)', twice)).toBe(false)
  })

  it('leaves out the moment that is exactly so many days ago, and what is yet to come', () => {
    const once = (at: Date) => ({
      ...stranger,
      events: [{ name: 'a', at }],
      tickets: [{ state: 'open' as const, createdAt: at }],
    })
    const verdicts = [day(1), new Date(day(1).getTime() + 1), at, new Date(at.getTime() + 1)].map(once)

    expect(verdicts.map((one) => belongs('event.a:1..@1d', one))).toEqual([false, true, true, false])
    expect(verdicts.map((one) => belongs('tickets.open:1..@1d', one))).toEqual([false, true, true, false])
    expect(verdicts.map((one) => belongs('event.a:1..', one))).toEqual([true, true, true, false])
  })

  it('counts days by midnight in UTC, over leap days too', () => {
    const seenAt = (moment: string) => ({ ...stranger, lastSeenAt: new Date(moment) })

    expect(belongs('seen:1d..1d', seenAt('2028-02-29T00:00:00.000Z'))).toBe(true)
    expect(belongs('seen:1d..1d', seenAt('2028-02-29T23:59:59.999Z'))).toBe(true)
    expect(belongs('seen:1d..1d', seenAt('2028-03-01T00:00:00.000Z'))).toBe(false)
    expect(belongs('seen:2d..2d', seenAt('2028-02-28T12:00:00.000Z'))).toBe(true)
    expect(belongs('seen:366d..366d', seenAt('2027-03-01T12:00:00.000Z'))).toBe(true)
  })

  it.each<[TraitValue, string, boolean]>([
    ['ÄRZTE', '~"ärz"', false],
    ['ÄRZTE', '~RZ', true],
    ['\u212aelvin', '~kel', false],
    [10, '10', true],
    [10, '~1', false],
    ['10', '10..10', false],
    [10.5, '"10.5"', true],
    [false, 'false', true],
    [false, '*', true],
    ['', '""', true],
    ['', '*', true],
    [['a'], 'a', false],
    [['a'], '*', true],
    ['2028-02-29T23:59:59.999Z', '1d..1d', true],
    ['2028-02-29T23:30:00+02:00', '1d..1d', false],
    ['2028-02-29 ', '1d..1d', false],
    ['2028-13-01', '1d..', false],
    ['2028-02-39', '2028-02-29..', true],
    [20_280_229, '2028-02-29..', false],
  ])('of a trait that is %j, says of %s: %s', (value, test, verdict) => {
    expect(belongs(`trait.x:${test}`, { ...stranger, personTraits: { x: value } })).toBe(verdict)
    expect(belongs(`account.x:${test}`, { ...stranger, personTraits: { x: value } })).toBe(false)
    expect(belongs(`country:*`, { ...stranger, personTraits: { country: value } })).toBe(true)
  })

  it('does not look at the account where the person has such a trait, of whatever kind', () => {
    const hidden = { ...stranger, personTraits: { x: ['b'] }, accountTraits: { x: 'a' } }

    expect(belongs('trait.x:a', hidden)).toBe(false)
    expect(belongs('account.x:a', hidden)).toBe(true)
    expect(belongs('trait.x:*', hidden)).toBe(true)
  })

  it('is never undecided: a segment or its opposite holds', () => {
    fc.assert(
      fc.property(someSegment, someCustomer, ({ all }, customer) => {
        const opposite: SegmentNode = { not: all.length > 0 ? all : [{ all: [] }] }
        expect(matchesSegment({ all: [opposite] }, customer, someNow)).toBe(!matchesSegment({ all }, customer, someNow))
      }),
      { numRuns: 2_000 },
    )
  })

  it('is met often enough by the customers of tests for them to find a difference', () => {
    const conditions = fc.sample(someSegment, { numRuns: 400, seed: 1 })
    const customers = fc.sample(someCustomer, { numRuns: 50, seed: 2 })
    const met = conditions.map((segment) => customers.filter((one) => matchesSegment(segment, one, someNow)).length)

    expect(met.filter((count) => count > 0 && count < 50).length).toBeGreaterThan(150)
  })
})
