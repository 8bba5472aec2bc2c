import { Segment } from '@heed/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatSegment } from './format.ts'
import { limits } from './limits.ts'
import { matchesSegment } from './match.ts'
import { parseSegment } from './parse.ts'
import { segmentParam } from './segment-param.ts'
import { someCustomer, someNow, someSegment } from './testing.ts'

const canonical = (text: string) => {
  const { segment, faults } = parseSegment(text)
  expect(faults).toEqual([])
  return formatSegment(segment)
}

describe('writing a segment', () => {
  it.each([
    ['seats:1..;plan:b,a', 'plan:a,b;seats:1..'],
    ['plan:"growth"', 'plan:growth'],
    ['plan:a,"b c",a;plan:"b c",a', 'plan:a,"b c"'],
    ['not(seats:..9;plan:a);event.x:1..;any(plan:c;plan:b)', 'any(plan:b;plan:c);event.x:1..;not(plan:a;seats:..9)'],
    ['trait."a":"10..20","2026-01-01","*",""', 'trait.a:"","*","10..20","2026-01-01"'],
    ['trait.x:1e3..2500.0', 'trait.x:1000..2500'],
    ['nps:..@7d', 'nps:..@7d'],
    ['created:..', 'created:..'],
  ])('writes %s as %s', (text, written) => {
    expect(canonical(text)).toBe(written)
  })

  it('writes bounds that are left out so that they are read as what they mean', () => {
    const write = (...all: Segment['all']) => formatSegment({ all })

    expect(write({ field: 'event', name: 'x', times: {} })).toBe('event.x:0..')
    expect(write({ field: 'trait', name: 'x', test: { op: 'dates' } })).toBe('trait.x:0000-01-01..')
    expect(write({ field: 'trait', name: 'x', test: { op: 'ago' } })).toBe('trait.x:0000-01-01..')
    expect(write({ field: 'trait', name: 'x', test: { op: 'between' } })).toBe('trait.x:..')
  })

  it('reads back what it wrote: the same text, the same customers, and a segment of the contract', () => {
    fc.assert(
      fc.property(someSegment, fc.array(someCustomer, { minLength: 3, maxLength: 3 }), (segment, customers) => {
        const text = formatSegment(segment)
        fc.pre(text.length <= limits.textLength)
        const { segment: again, faults } = parseSegment(text)

        expect(faults).toEqual([])
        expect(formatSegment(again)).toBe(text)
        expect(Segment.safeParse(again).success).toBe(true)
        for (const customer of customers)
          expect(matchesSegment(again, customer, someNow)).toBe(matchesSegment(segment, customer, someNow))
      }),
      { numRuns: 1_500 },
    )
  })

  it('writes equal segments alike, in whatever order and how often one chose their parts', () => {
    const shuffled = someSegment.chain((segment) =>
      fc.tuple(fc.constant(segment), fc.infiniteStream(fc.nat()), fc.boolean()),
    )
    fc.assert(
      fc.property(shuffled, ([segment, numbers, twice]) => {
        const mixed = { all: mix(segment.all, numbers, twice) }

        expect(formatSegment(mixed)).toBe(formatSegment(segment))
      }),
      { numRuns: 1_000 },
    )
  })
})

/** The same nodes and values in another order, some of them twice. */
function mix(nodes: Segment['all'], numbers: IterableIterator<number>, twice: boolean): Segment['all'] {
  const next = () => numbers.next().value ?? 0
  const order = <T>(items: T[]) =>
    (twice ? [...items, ...items] : items)
      .map((item) => ({ item, at: next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ item }) => item)
  return order(nodes).map((node) => {
    if ('all' in node) return { all: mix(node.all, numbers, twice) }
    if ('any' in node) return { any: mix(node.any, numbers, twice) }
    if ('not' in node) return { not: mix(node.not, numbers, twice) }
    if ((node.field === 'plan' || node.field === 'trait') && node.test.op === 'is')
      return { ...node, test: { op: 'is', values: order(node.test.values) } }
    return node
  })
}

describe('a segment in an address', () => {
  it('stands there as it is, but for what an address cannot hold', () => {
    const text = 'any(nps:0..6@90d;plan:growth,scale);trait.a/b:*,~x^'
    expect(segmentParam(text)).toBe('any(nps:0..6@90d;plan:growth,scale);trait.a/b:*,~x%5E')
    expect(segmentParam('plan:"a b"&c=1+2#%')).toBe('plan:%22a%20b%22%26c%3D1%2B2%23%25')
  })

  it('is read back as it was, also from among others, and within a whole address', () => {
    fc.assert(
      fc.property(fc.oneof(someSegment.map(formatSegment), fc.string({ unit: 'grapheme' })), (text) => {
        const query = `asOf=now&segment=${segmentParam(text)}&limit=1`

        expect(new URLSearchParams(query).get('segment')).toBe(text)
        expect(new URL(`https://heed.example/people?${query}#top`).searchParams.get('segment')).toBe(text)
      }),
      { numRuns: 1_000 },
    )
  })

  it('does not fail on half a sign', () => {
    expect(new URLSearchParams(`segment=${segmentParam('plan:"\ud83d"')}`).get('segment')).toBe('plan:"\ufffd"')
  })
})
