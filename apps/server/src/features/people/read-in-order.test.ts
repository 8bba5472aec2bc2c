import { describe, expect, it } from 'vitest'
import type { Place } from './list-place.ts'
import { inOrderOf, readInOrder } from './read-in-order.ts'

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
    among: async (ids: string[]) => ids.filter((id) => isInSegment(Number(id))).reverse(),
    gather: async (place: Place | undefined, count: number) => {
      read.push(`gather ${count}`)
      return after(place).filter(isInSegment).slice(0, count).map(String)
    },
    steps: [256, 1_024, 4_096],
  }
}

describe('reading a list in order', () => {
  it('reads no more than a page of the whole list', async () => {
    const list = listOf(10_000, () => true)

    expect(await readInOrder(list, 'all', undefined, 3)).toEqual(['0', '1', '2'])
    expect(await readInOrder(list, 'all', { value: 7, tie: '', id: '7' }, 2)).toEqual(['8', '9'])
    expect(list.read).toEqual(['walk 3', 'walk 2'])
  })

  it('walks until a segment has filled the page', async () => {
    const list = listOf(10_000, (row) => row % 100 === 0)

    expect(await readInOrder(list, 'some', undefined, 5)).toEqual(['0', '100', '200', '300', '400'])
    expect(list.read).toEqual(['walk 256', 'walk 1024'])
  })

  it('sorts what is left of a segment that turns out to be small, and goes on where it was', async () => {
    const list = listOf(10_000, (row) => [5, 300, 9_000, 9_999].includes(row))

    expect(await readInOrder(list, 'some', undefined, 4)).toEqual(['5', '300', '9000', '9999'])
    expect(list.read).toEqual(['walk 256', 'walk 1024', 'walk 4096', 'gather 2'])
  })

  it('walks no further where too few are met on the way', async () => {
    const list = listOf(10_000, (row) => row % 1_000 === 7)

    expect(await readInOrder(list, 'some', undefined, 3)).toEqual(['7', '1007', '2007'])
    expect(await readInOrder(list, 'some', undefined, 10)).toHaveLength(10)
    expect(list.read).toEqual(['walk 256', 'walk 1024', 'walk 4096', 'walk 256', 'walk 1024', 'gather 8'])
  })

  it('ends with the list', async () => {
    const list = listOf(300, (row) => row % 10 === 0)

    expect(await readInOrder(list, 'some', undefined, 50)).toHaveLength(30)
    expect(list.read).toEqual(['walk 256', 'walk 1024'])
  })

  it('sorts at once what is known to be few', async () => {
    const list = listOf(300, (row) => row < 2)

    expect(await readInOrder(list, 'few', undefined, 50)).toEqual(['0', '1'])
    expect(list.read).toEqual(['gather 50'])
  })

  it('puts rows in the order of their ids, without those that are gone', () => {
    expect(inOrderOf(['c', 'a', 'gone', 'b'], ['a', 'b', 'c'], (row) => row)).toEqual(['c', 'a', 'b'])
  })
})
