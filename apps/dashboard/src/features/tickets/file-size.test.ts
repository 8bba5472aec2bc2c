import { describe, expect, it } from 'vitest'
import { formatBytes } from './file-size.ts'

describe('the size of a file', () => {
  it.each([
    [1, '1 kB'],
    [68, '1 kB'],
    [12_345, '12 kB'],
    [999_499, '999 kB'],
    [999_500, '1 MB'],
    [2_449_000, '2.4 MB'],
    [5_000_000, '5 MB'],
  ])('of %i bytes is %s', (bytes, words) => {
    expect(formatBytes(bytes)).toBe(words)
  })
})
