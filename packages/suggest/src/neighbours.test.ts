import { describe, expect, it } from 'vitest'
import { precedentsFor } from './neighbours.ts'
import type { SparseVector } from './vector.ts'

const text: SparseVector = { ids: Int32Array.of(3, 8), values: Float32Array.of(0.6, 0.8) }
const request = (personId: string | null, solved = false) => ({ vector: text, weight: 0.35, solved, personId })
const verdictAfter = (...past: ReturnType<typeof request>[]) => precedentsFor(text, [0], [past])[0]?.verdict ?? 0

describe('past requests like one', () => {
  it('speak for a document from the first person on', () => {
    expect(verdictAfter(request('ppl_one', true))).toBeGreaterThan(0)
  })

  it('speak against it only once several people said that it did not help', () => {
    expect(verdictAfter(request('ppl_one'), request('ppl_one'), request('ppl_one'))).toBe(0)
    expect(verdictAfter(request('ppl_one'), request('ppl_two'))).toBeLessThan(0)
  })
})
