import { expect, it } from 'vitest'
import { texts as arabic } from '../locales/panel/ar.ts'
import { texts as english } from '../locales/panel/en.ts'
import { testRoom } from '../runtime/testing.ts'
import { counted, fileSize, relativeTime } from './in-words.ts'

const now = Date.parse('2026-03-10T12:00:00Z')

it.each([
  ['2026-03-10T11:59:40Z', 'en', 'now'],
  ['2026-03-10T12:00:05Z', 'en', 'now'],
  ['2026-03-10T11:59:00Z', 'en', '1 minute ago'],
  ['2026-03-10T10:00:00Z', 'en', '2 hours ago'],
  ['2026-03-09T12:00:00Z', 'de', 'gestern'],
  ['2026-02-24T12:00:00Z', 'en', '2 weeks ago'],
  ['2024-03-01T12:00:00Z', 'en', '2 years ago'],
])('says %s in %s as %s', (iso, locale, words) => {
  expect(relativeTime(iso, locale, now)).toBe(words)
})

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
