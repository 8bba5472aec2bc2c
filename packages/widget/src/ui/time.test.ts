import { expect, it } from 'vitest'
import { relativeTime } from './time.ts'

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
