import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frameBuilder, type PackedRow } from './frame-builder.ts'
import { idHash } from './id-hash.ts'
import { packColumn, unpackColumn, type Value } from './packed-column.ts'

const row = (at: number, traits: PackedRow['traits']): PackedRow => ({
  ...{ at, personId: 'ppl_1', account: null, plan: 'growth', spend: 1, tenure: 2 },
  ...{ trust: 'verified', version: 1, traits, score: 9, choices: null, locale: null },
})

const columnIn = ({ columns }: ReturnType<ReturnType<typeof frameBuilder>['build']>, name: string) => {
  const found = columns.find((column) => column.name === name)
  if (!found) return undefined
  const { values, codes } = unpackColumn(found.bytes)
  return Array.from(codes, (code) => values[code])
}

describe('a packed frame', () => {
  it('tells texts, numbers, flags and lists apart', () => {
    const builder = frameBuilder()
    const values: Value[] = ['10', 10, true, 'true', ['10'], '["10"]', [10]]
    for (const [at, value] of values.entries()) builder.add(row(at, value === null ? {} : { size: value }))
    builder.add(row(values.length, {}))

    expect(columnIn(builder.build(), 'trait.size')).toEqual([...values, null])
  })

  it('knows of a trait that comes late that earlier rows do not have it', () => {
    const builder = frameBuilder()
    builder.add(row(1, {}))
    builder.add(row(2, { constructor: 'x' }))

    expect(columnIn(builder.build(), 'trait.constructor')).toEqual([null, 'x'])
  })

  it('gives no column to a trait that is another text with every row', () => {
    const builder = frameBuilder()
    for (let at = 0; at < 3_000; at++) builder.add(row(at, { note: `${at} ${'x'.repeat(400)}`, team: 'a' }))
    const built = builder.build()

    expect(built).toMatchObject({ rows: 3_000, traits: ['team'], complete: false })
    expect(columnIn(built, 'trait.note')).toBeUndefined()
    expect(columnIn(built, 'trait.team')).toHaveLength(3_000)
  })

  it('packs any column so that it can be unpacked', () => {
    const someValue = fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))
    fc.assert(
      fc.property(fc.uniqueArray(someValue, { minLength: 1 }), fc.array(fc.nat()), (values, rows) => {
        const codes = Uint16Array.from(rows, (at) => at % values.length)
        const unpacked = unpackColumn(packColumn({ values, codes }))
        expect(unpacked).toEqual({ values, codes })
      }),
    )
  })

  it('gives a hundred thousand ids as many hashes', () => {
    const hashes = new Set(Array.from({ length: 100_000 }, (_, i) => idHash(`ppl_${i.toString(36).padStart(21, '0')}`)))

    expect(hashes.size).toBe(100_000)
    expect([...hashes].every(Number.isSafeInteger)).toBe(true)
  })
})
