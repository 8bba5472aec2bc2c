import { expect, it } from 'vitest'
import { texts as arabic } from '../locales/help/ar.ts'
import { texts as english } from '../locales/help/en.ts'
import { testRoom } from '../runtime/testing.ts'
import { counted, fileSize } from './in-words.ts'

it('says a number in the form that the language has for it', () => {
  const { room } = testRoom()
  expect([1, 2, 1200].map((count) => counted(room, english.votes, count))).toEqual(['1 vote', '2 votes', '1,200 votes'])

  const { room: arabicRoom } = testRoom({}, 'ar-EG')
  const [two, three] = [2, 3].map((count) => counted(arabicRoom, arabic.votes, count))
  expect(two).toBe('صوتان')
  expect(three).toContain('أصوات')
})

it.each([
  [1, 'en', '1 kB'],
  [48_210, 'en', '48 kB'],
  [2_450_000, 'de', '2,5 MB'],
  [5_000_000, 'en', '5 MB'],
])('says %i bytes in %s as %s', (bytes, locale, words) => {
  expect(fileSize(testRoom({}, locale).room, bytes)).toBe(words)
})
