import { Segment, type SegmentNode, segmentLimits } from '@heed/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { conditionsOf } from './expand.ts'
import { limits } from './limits.ts'
import { parseSegment } from './parse.ts'

const read = (text: string) => {
  const { segment, faults } = parseSegment(text)
  expect(faults).toEqual([])
  return segment.all
}
const faultsOf = (text: string) => parseSegment(text).faults.map(({ message }) => message)

describe('reading a segment', () => {
  it('reads what one writes by hand', () => {
    expect(read('plan:growth,"top, tier";spend:10000..;tenure:180..;seats:*')).toEqual([
      { field: 'plan', test: { op: 'is', values: ['growth', 'top, tier'] } },
      { field: 'spend', test: { op: 'between', from: 10_000 } },
      { field: 'tenure', test: { op: 'between', from: 180 } },
      { field: 'seats', test: { op: 'known' } },
    ])
    expect(read('')).toEqual([])
    expect(read('  ')).toEqual([])
  })

  it('knows what kind of test a trait has from what stands there', () => {
    const testOf = (text: string) => read(`trait.x:${text}`).map((node) => 'test' in node && node.test)[0]

    expect(testOf('10')).toEqual({ op: 'is', values: ['10'] })
    expect(testOf('10..10')).toEqual({ op: 'between', from: 10, to: 10 })
    expect(testOf('-1.5..2e3')).toEqual({ op: 'between', from: -1.5, to: 2_000 })
    expect(testOf('-0..')).toEqual({ op: 'between', from: 0 })
    expect(testOf('..')).toEqual({ op: 'between' })
    expect(testOf('"10..20"')).toEqual({ op: 'is', values: ['10..20'] })
    expect(testOf('..30d')).toEqual({ op: 'ago', toDays: 30 })
    expect(testOf('2028-02-29..')).toEqual({ op: 'dates', from: '2028-02-29' })
    expect(testOf('"2028-02-29"')).toEqual({ op: 'is', values: ['2028-02-29'] })
    expect(testOf('*')).toEqual({ op: 'known' })
    expect(testOf('"*"')).toEqual({ op: 'is', values: ['*'] })
    expect(testOf('~oil')).toEqual({ op: 'contains', text: 'oil' })
    expect(testOf('^"Oil, "')).toEqual({ op: 'starts', text: 'Oil, ' })
    expect(testOf(String.raw`"a \"b\" \\",""`)).toEqual({ op: 'is', values: [String.raw`a "b" \ `.trim(), ''] })
  })

  it('reads whose trait it is, and names of any letters', () => {
    expect(read('trait.a:1;person."a b":1;account.日本:1;trait.constructor:1;trait.a.b:1')).toMatchObject([
      { field: 'trait', name: 'a' },
      { field: 'trait', of: 'person', name: 'a b' },
      { field: 'trait', of: 'account', name: '日本' },
      { field: 'trait', name: 'constructor' },
      { field: 'trait', name: 'a.b' },
    ])
  })

  it('reads what somebody did, and when', () => {
    expect(
      read('event."Order completed":3..@30d;nps:0..6@90d;nps:..;tickets.open:1..;seen:90d..;created:2028-02-29..'),
    ).toEqual([
      { field: 'event', name: 'Order completed', times: { from: 3 }, withinDays: 30 },
      { field: 'nps', score: { from: 0, to: 6 }, withinDays: 90 },
      { field: 'nps', score: {} },
      { field: 'tickets', state: 'open', times: { from: 1 } },
      { field: 'seen', test: { op: 'ago', fromDays: 90 } },
      { field: 'created', test: { op: 'dates', from: '2028-02-29' } },
    ])
  })

  it('reads groups within groups, and saved segments', () => {
    expect(read('any(plan:growth;all(seats:50..;not(country:DE)));in:seg_0mws8i9zx9kq3n64fxpr2')).toEqual([
      {
        any: [
          { field: 'plan', test: { op: 'is', values: ['growth'] } },
          {
            all: [
              { field: 'seats', test: { op: 'between', from: 50 } },
              { not: [{ field: 'country', test: { op: 'is', values: ['DE'] } }] },
            ],
          },
        ],
      },
      { field: 'segment', id: 'seg_0mws8i9zx9kq3n64fxpr2' },
    ])
  })

  it('passes over spaces between parts, and over a separator too many', () => {
    expect(read(' plan: a , b ; any( seats:1.. ; plan:c; ) ;')).toEqual(read('plan:a,b;any(seats:1..;plan:c)'))
  })

  it('keeps what it could read beside what it could not', () => {
    const { segment, faults } = parseSegment('plan:growth;colour:red;maybe(seats:2..;x);any(seats:1..;y);plan:big corp')

    expect(segment.all).toMatchObject([{ field: 'plan' }, { any: [{ field: 'seats' }] }])
    expect(faults).toHaveLength(4)
  })

  it('goes on behind a bracket that nothing opens', () => {
    const { segment, faults } = parseSegment('plan:a);seats:1..')

    expect(segment.all).toMatchObject([{ field: 'plan' }, { field: 'seats' }])
    expect(faults.map(({ message }) => message)).toEqual(['nothing opens the bracket that closes at 7'])
  })

  it('takes whatever text there is, and never gives what the contract refuses', { timeout: 60_000 }, () => {
    const signs = fc.constantFrom(
      ...'plan:growth;any(not()seats..10@d"\\,~^*trait.xevent2028-02-29 '.split(''),
      ...['plan:', 'any(', 'not(', '..', 'trait.a:', 'event.b:', 'created:', '2028-02-29', '30d', ')', ';'],
      '\ud83d',
    )
    const anything = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.array(signs, { maxLength: 60 }).map((parts) => parts.join('')),
    )
    fc.assert(
      fc.property(anything, (text) => {
        const { segment } = parseSegment(text)
        expect(Segment.safeParse(segment).success).toBe(true)
      }),
      { numRuns: 3_000 },
    )
  })

  it.each(['any(', ')', ';', '"', 'a;', 'plan:"', 'not()', 'trait.', '9', '\\', '('])(
    'is done soon with a whole text of %s',
    (bit) => {
      const text = bit.repeat(limits.textLength).slice(0, limits.textLength)

      const { segment, faults } = parseSegment(text)

      expect(conditionsOf(segment)).toEqual([])
      expect(faults.length).toBeLessThanOrEqual(20)
    },
    1_000,
  )
})

describe('the limits of a segment', () => {
  it('are those of the contract', () => {
    const accepts = (node: SegmentNode) => Segment.safeParse({ all: [node] }).success
    const text = (length: number) => 'x'.repeat(length)
    const values = (count: number) => Array.from({ length: count }, (_, i) => `${i}`)
    const atAndBeyond: [number, (bound: number) => SegmentNode][] = [
      [limits.values, (n) => ({ field: 'plan', test: { op: 'is', values: values(n) } })],
      [limits.valueLength, (n) => ({ field: 'plan', test: { op: 'is', values: [text(n)] } })],
      [limits.traitName, (n) => ({ field: 'trait', name: text(n), test: { op: 'known' } })],
      [limits.eventName, (n) => ({ field: 'event', name: text(n), times: { from: 1 } })],
      [limits.spendMinor, (n) => ({ field: 'spend', test: { op: 'between', to: n } })],
      [limits.trait, (n) => ({ field: 'trait', name: 'x', test: { op: 'between', to: n } })],
      [limits.daysAgo, (n) => ({ field: 'seen', test: { op: 'ago', toDays: n } })],
      [limits.times, (n) => ({ field: 'tickets', times: { to: n } })],
      [limits.withinDays, (n) => ({ field: 'tickets', times: { to: 1 }, withinDays: n })],
      [limits.nps, (n) => ({ field: 'nps', score: { to: n } })],
    ]

    expect(limits).toMatchObject(segmentLimits)
    for (const [bound, make] of atAndBeyond)
      expect([accepts(make(bound)), accepts(make(bound + 1))]).toEqual([true, false])
  })

  it('hold at the last that fits, and tell of the first that does not', () => {
    const many = (count: number) => Array.from({ length: count }, (_, i) => `seats:${i}..`).join(';')
    const deep = (depth: number) => `${'not('.repeat(depth)}plan:a${')'.repeat(depth)}`

    expect(read(many(50))).toHaveLength(50)
    expect(parseSegment(many(52))).toMatchObject({ segment: { all: read(many(50)) }, faults: [{}] })
    expect(read(deep(5))).toHaveLength(1)
    expect(faultsOf(`${deep(6)};seats:1..`)).toEqual([
      'not( at 21 is left out: at most 5 groups may stand in each other',
    ])
    expect(read(`plan:"${'x'.repeat(500)}"`)).toHaveLength(1)
    expect(faultsOf(' '.repeat(4_001))).toEqual(['must have at most 4000 characters'])
  })
})
