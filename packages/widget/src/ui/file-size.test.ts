import { expect, it } from 'vitest'
import { testRoom } from '../runtime/testing.ts'
import { fileSize } from './file-size.ts'

it.each([
  [1, 'en', '1 kB'],
  [48_210, 'en', '48 kB'],
  [2_450_000, 'de', '2,5 MB'],
  [5_000_000, 'en', '5 MB'],
])('says %i bytes in %s as %s', (bytes, locale, words) => {
  expect(fileSize(testRoom({}, locale).room, bytes)).toBe(words)
})
