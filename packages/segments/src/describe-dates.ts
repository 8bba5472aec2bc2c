import type { DateTest } from '@heed/contracts'
import type { SegmentWords } from './words/segment-words.ts'

/**
 * "created in the last 30 days", "last seen 90 days ago or earlier", "created March 1 – 31, 2026".
 * @param mayLieAhead of a date in the future one must say when it is meant, too
 */
export function describeDates(
  test: DateTest,
  name: string,
  words: SegmentWords,
  locale: string,
  mayLieAhead = false,
): string {
  if (test.op === 'known') return words.known(name)
  if (test.op === 'dates') return describeDays(test, name, words, locale)
  return describeAgo(
    { ...test, ...(!mayLieAhead && test.toDays !== undefined && { fromDays: test.fromDays ?? 0 }) },
    name,
    words,
    locale,
  )
}

function describeAgo(
  { fromDays, toDays }: Extract<DateTest, { op: 'ago' }>,
  name: string,
  words: SegmentWords,
  locale: string,
): string {
  if (toDays === undefined)
    return fromDays === undefined ? words.known(name) : words.onOrBefore(name, ago(fromDays, locale))
  if (fromDays === undefined) return words.onOrAfter(name, ago(toDays, locale))
  if (fromDays > 0 || toDays === 0) return words.onDays(name, agoBetween(fromDays, toDays, locale))
  return words.inLast(name, { count: toDays, written: new Intl.NumberFormat(locale).format(toDays) })
}

/** "90 days ago", "today" */
const ago = (days: number, locale: string): string =>
  new Intl.RelativeTimeFormat(locale, { numeric: days === 0 ? 'auto' : 'always' }).format(-days, 'day')

/** "3–7 days ago". A language that has a word of its own for two days says both ends in full. */
function agoBetween(near: number, far: number, locale: string): string {
  if (near === far) return ago(near, locale)
  const parts = new Intl.RelativeTimeFormat(locale).formatToParts(-far, 'day')
  const first = parts.findIndex(({ type }) => type !== 'literal')
  if (first === -1 || new Intl.PluralRules(locale).select(far) === 'two')
    return `${ago(near, locale)} – ${ago(far, locale)}`
  const written = new Intl.NumberFormat(locale)
  return parts
    .map(({ type, value }, i) => {
      if (type === 'literal') return value
      return i === first ? `${written.format(near)}–${written.format(far)}` : ''
    })
    .join('')
}

function describeDays(
  { from, to }: Extract<DateTest, { op: 'dates' }>,
  name: string,
  words: SegmentWords,
  locale: string,
): string {
  const format = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' })
  const at = (day: string) => new Date(`${day}T00:00:00Z`)
  if (from === undefined) return to === undefined ? words.known(name) : words.onOrBefore(name, format.format(at(to)))
  if (to === undefined) return words.onOrAfter(name, format.format(at(from)))
  return words.onDays(name, from === to ? format.format(at(from)) : format.formatRange(at(from), at(to)))
}
