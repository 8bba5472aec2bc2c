import { describe, expect, it } from 'vitest'
import { type PastRequest, precedentsFor } from './neighbours.ts'
import type { SparseVector } from './vector.ts'

const text: SparseVector = { ids: Int32Array.of(3, 8), values: Float32Array.of(0.6, 0.8) }
const request = (personId: string | null, over: Partial<PastRequest> = {}): PastRequest => ({
  vector: text,
  weight: 0.35,
  solved: false,
  personId,
  by: 'person',
  ...over,
})
const solved = (personId: string | null) => request(personId, { solved: true })
const after = (...past: PastRequest[]) => precedentsFor(text, [0], [past])[0] ?? { verdict: 0, alike: 0 }
const verdictAfter = (...past: PastRequest[]) => after(...past).verdict

describe('past requests like one', () => {
  it('speak for a document only once it solved those of several people, or a member says so', () => {
    expect(verdictAfter(solved('ppl_one'), solved('ppl_one'), solved('ppl_one'))).toBe(0)
    expect(verdictAfter(solved('ppl_one'), solved('ppl_two'))).toBeGreaterThan(0)
    expect(verdictAfter(request('ppl_one', { solved: true, by: 'member' }))).toBeGreaterThan(0)
  })

  it('speak against it only once several people said that it did not help', () => {
    expect(verdictAfter(request('ppl_one'), request('ppl_one'), request('ppl_one'))).toBe(0)
    expect(verdictAfter(request('ppl_one'), request('ppl_two'))).toBeLessThan(0)
  })

  it('count once of each person, however often they were made', () => {
    const once = after(solved('ppl_one'), solved('ppl_two'))

    expect(once.alike).toBe(2)
    expect(after(solved('ppl_one'), solved('ppl_one'), solved('ppl_two'), solved('ppl_two'))).toEqual(once)
    expect(verdictAfter(request('ppl_one'), request('ppl_one'), request('ppl_two'))).toBe(
      verdictAfter(request('ppl_one'), request('ppl_two')),
    )
  })
})
