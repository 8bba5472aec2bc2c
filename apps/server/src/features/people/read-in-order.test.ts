import { describe, expect, it } from 'vitest'
import type { Place } from './list-place.ts'
import { readInOrder } from './read-in-order.ts'

/** A list of rows "0", "1", … of which a segment holds some; notes what was read in which way. */
const listOf = (length: number, isInSegment: (row: number) => boolean) => {
  const read: string[] = []
  const rows = Array.from({ length }, (_, row) => row)
  const after = (place: Place | undefined) => rows.filter((row) => !place || row > Number(place.id))
  return {
    read,
    walk: async (place: Place | undefined, count: number) => {
      read.push(`walk ${count}`)
      return after(place)
        .slice(0, count)
        .map((row) => ({ value: row, tie: '', id: String(row) }))
    },
    // In any order.
    rowsOf: async (ids: string[]) => ids.map(Number).filter(isInSegment).reverse(),
    gather: async (place: Place | undefined, count: number) => {
      read.push(`gather ${count}`)
      return after(place).filter(isInSegment).slice(0, count).map(String)
    },
    idOf: String,
  }
}

describe('reading a list in order', () => {
  it('reads no more than a page of the whole list', async () => {
    const list = listOf(10_000, () => true)

    expect(await readInOrder(list, 'all', undefined, 3)).toEqual([0, 1, 2])
    expect(await readInOrder(list, 'all', { value: 7, tie: '', id: '7' }, 2)).toEqual([8, 9])
    expect(list.read).toEqual(['walk 3', 'walk 2'])
  })

  it('walks until a segment has filled the page', async () => {
    const list = listOf(10_000, (row) => row % 100 === 0)

    expect(await readInOrder(list, 'some', undefined, 5)).toEqual([0, 100, 200, 300, 400])
    expect(list.read).toEqual(['walk 256', 'walk 1024'])
  })

  it('sorts what is left of a segment that turns out to be small, and goes on where it was', async () => {
    const list = listOf(10_000, (row) => [5, 300, 9_000, 9_999].includes(row))

    expect(await readInOrder(list, 'some', undefined, 4)).toEqual([5, 300, 9_000, 9_999])
    expect(list.read).toEqual(['walk 256', 'walk 1024', 'walk 4096', 'gather 2'])
  })

  it('ends with the list', async () => {
    const list = listOf(300, (row) => row > 290)

    expect(await readInOrder(list, 'some', undefined, 50)).toHaveLength(9)
    expect(list.read).toEqual(['walk 256', 'walk 1024'])
  })

  it('sorts at once what is known to be few', async () => {
    const list = listOf(300, (row) => row < 2)

    expect(await readInOrder(list, 'few', undefined, 50)).toEqual([0, 1])
    expect(list.read).toEqual(['gather 50'])
  })
})
