import { Segment } from '@heed/contracts'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSegment } from './parse.ts'

describe('reading a segment from query parameters', () => {
  it('reads plans, spend, tenure and traits, and ignores every other parameter', () => {
    const { segment, faults } = parseSegment(
      new URLSearchParams(
        'plan=growth&limit=50&plan=enterprise&spendMinor=10000..50000&tenureDays=180..&trait.industry=Retail&trait.industry=Energy&traits=x&trait.vip=true',
      ),
    )

    expect(faults).toEqual([])
    expect(segment).toEqual({
      all: [
        { field: 'plan', anyOf: ['growth', 'enterprise'] },
        { field: 'spend', atLeastMinor: 10000, atMostMinor: 50000 },
        { field: 'tenure', atLeastDays: 180 },
        { field: 'trait', name: 'industry', anyOf: ['Retail', 'Energy'] },
        { field: 'trait', name: 'vip', anyOf: ['true'] },
      ],
    })
  })

  it('reads the same from the record of a web framework', () => {
    const { segment, faults } = parseSegment({
      plan: 'growth',
      spendMinor: '..50000',
      tenureDays: undefined,
      'trait.industry': ['Retail', 'Energy', 'Retail'],
      'trait.region': [],
    })

    expect(faults).toEqual([])
    expect(segment).toEqual({
      all: [
        { field: 'plan', anyOf: ['growth'] },
        { field: 'spend', atMostMinor: 50000 },
        { field: 'trait', name: 'industry', anyOf: ['Retail', 'Energy'] },
      ],
    })
  })

  it('takes no parameters for everyone, and a range without bounds for whoever has a value', () => {
    expect(parseSegment({})).toEqual({ segment: { all: [] }, faults: [] })
    expect(parseSegment({ spendMinor: '..' }).segment).toEqual({ all: [{ field: 'spend' }] })
  })

  it.each(['abc', '', '100', '-5..10', '1.5..2', '1...5', '1e3..', ' 1..2', '10..5..1', '0x10..'])(
    'calls %j no range, and leaves it out',
    (written) => {
      const { segment, faults } = parseSegment({ plan: 'growth', tenureDays: written })

      expect(segment).toEqual({ all: [{ field: 'plan', anyOf: ['growth'] }] })
      expect(faults).toEqual([
        { field: 'tenureDays', message: 'must be a range of whole numbers from 0, such as 100..500, 100.. or ..500' },
      ])
    },
  )

  it('says which bound is wrong', () => {
    const messageOf = (written: string | string[]) => parseSegment({ spendMinor: written }).faults[0]?.message

    expect(messageOf('10..5')).toBe('must not end (5) before it begins (10)')
    expect(messageOf('99999999999999999999..')).toBe('has too large a number')
    expect(messageOf(['1..2', '3..4'])).toBe('must be given once')
  })

  it('keeps the limits of the contract', () => {
    const fieldsAtFault = (params: Record<string, string | string[]>) =>
      parseSegment(params).faults.map(({ field }) => field)
    const many = (count: number) => Array.from({ length: count }, (_, index) => `value ${index}`)

    expect(fieldsAtFault({ plan: '' })).toEqual(['plan'])
    expect(fieldsAtFault({ plan: 'x'.repeat(101) })).toEqual(['plan'])
    expect(fieldsAtFault({ plan: many(51) })).toEqual(['plan'])
    expect(fieldsAtFault({ 'trait.': 'x' })).toEqual(['trait.'])
    expect(fieldsAtFault({ 'trait.region': 'x'.repeat(501) })).toEqual(['trait.region'])
    expect(fieldsAtFault({ 'trait.region': many(51) })).toEqual(['trait.region'])
    expect(fieldsAtFault({ [`trait.${'x'.repeat(61)}`]: 'x' })).toHaveLength(1)
    expect(fieldsAtFault(Object.fromEntries(many(21).map((name) => [`trait.${name}`, 'x'])))).toEqual([
      'trait.value 20',
    ])
    expect(fieldsAtFault({ plan: many(50), 'trait.region': ['', 'x'.repeat(500)] })).toEqual([])
  })

  it('never throws, gives only segments of the contract, and loses no parameter in silence', () => {
    const someField = fc.oneof(
      fc.constantFrom('plan', 'spendMinor', 'tenureDays', 'trait.', 'trait.industry', '__proto__', 'limit'),
      fc.string().map((name) => `trait.${name}`),
    )
    const someValue = fc.oneof(
      fc.string({ maxLength: 120 }),
      fc.tuple(fc.maxSafeNat(), fc.maxSafeNat()).map(([low, high]) => `${low}..${high}`),
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(someField, someValue), { maxLength: 40 }), (pairs) => {
        const { segment, faults } = parseSegment(new URLSearchParams(pairs))

        expect(Segment.safeParse(segment).success).toBe(true)
        const known = new Set(pairs.map(([field]) => field).filter((field) => !['__proto__', 'limit'].includes(field)))
        expect(segment.all.length + faults.length).toBe(known.size)
      }),
    )
  })
})
