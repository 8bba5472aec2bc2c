import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type IdKind, idPrefixes } from './id-prefixes.ts'
import { AreaId, ResponseId, TicketId } from './ids.ts'
import { newId } from './new-id.ts'

const kinds = Object.keys(idPrefixes) as IdKind[]
const moment = fc.integer({ min: 0, max: Date.UTC(2200, 0, 1) })

describe('an id', () => {
  it('tells its kind, and no two kinds share a prefix', () => {
    expect(new Set(Object.values(idPrefixes)).size).toBe(kinds.length)
    expect(TicketId.safeParse(newId('ticket')).success).toBe(true)
    expect(ResponseId.safeParse(newId('ticket')).success).toBe(false)
  })

  it.each([
    [AreaId, 'must be an area id such as are_…'],
    [TicketId, 'must be a ticket id such as tkt_…'],
  ])('says what it should be (%#)', (id, message) => {
    expect(id.safeParse('x').error?.issues).toMatchObject([{ message }])
  })

  it('sorts by the time it was made', () => {
    fc.assert(
      fc.property(fc.constantFrom(...kinds), moment, moment, (kind, a, b) => {
        fc.pre(a !== b)
        const [earlier, later] = [newId(kind, Math.min(a, b)), newId(kind, Math.max(a, b))]
        expect(earlier < later).toBe(true)
      }),
    )
  })

  it('is new each time', () => {
    const made = Array.from({ length: 10_000 }, () => newId('response', 0))
    expect(new Set(made).size).toBe(made.length)
  })

  it.each([
    '',
    'tkt_',
    'tkt_123',
    `tkt_${'A'.repeat(21)}`,
    `tkt_${'0'.repeat(22)}`,
    `xtkt_${'0'.repeat(21)}`,
    ` tkt_${'0'.repeat(21)}`,
  ])('is refused at the edge when it looks like %j', (text) => {
    expect(TicketId.safeParse(text).success).toBe(false)
  })
})
