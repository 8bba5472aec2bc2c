import type { SegmentWords } from './words/segment-words.ts'

type Unit = 'day' | 'month' | 'year'
type Length = { count: number; unit: Unit }

const daysAMonth = 30.44

/** "6 months or longer", "under 90 days", "tenure 3–12 months". Bounds are whole days, both included. */
export function describeTenure(
  { from: atLeastDays, to: atMostDays }: { from?: number | undefined; to?: number | undefined },
  words: SegmentWords,
  locale: string,
): string {
  if (atMostDays === undefined) {
    if (!atLeastDays) return words.tenureKnown
    return words.tenureFrom(written(lengthOf(atLeastDays), locale))
  }
  if (!atLeastDays) return describeAtMost(atMostDays, words, locale)
  return words.tenureBetween(writtenRange(atLeastDays, atMostDays, locale))
}

/** Up to 90 days people count in days ("under 90 days"), beyond that in months and years where it comes out even. */
function describeAtMost(days: number, words: SegmentWords, locale: string): string {
  const short = (bound: number): Length => (bound <= 90 ? { count: bound, unit: 'day' } : lengthOf(bound))
  const next = days + 1
  if (next % 30 === 0 || next % 365 === 0) return words.tenureUnder(written(short(next), locale))
  return words.tenureUpTo(written(short(days), locale))
}

/** Both ends in the larger unit that suits both, else in days. A last day just short of a round length counts as that. */
function writtenRange(from: number, to: number, locale: string): string {
  const low = lengthOf(from)
  const high = [lengthOf(to), lengthOf(to + 1)].find(({ unit }) => unit !== 'day')
  if (low.unit === 'day' || !high || inMonths(low) === inMonths(high)) return range(from, to, 'day', locale)
  if (low.unit === 'year' && high.unit === 'year') return range(low.count, high.count, 'year', locale)
  return range(inMonths(low), inMonths(high), 'month', locale)
}

/**
 * Years or months where the days are what people mean by them: months of 30 days within a year, or whole months of 30.44
 * days, near enough (so 364 to 366 days are a year, 90 to 92 three months). Days otherwise: 400 days are no number of months.
 */
function lengthOf(days: number): Length {
  const inMonthsOf30 = days > 0 && days < 360 && days % 30 === 0
  const months = inMonthsOf30 ? days / 30 : Math.round(days / daysAMonth)
  const isEven = inMonthsOf30 || days % 365 === 0 || Math.abs(days - months * daysAMonth) < 1.4
  if (months === 0 || !isEven) return { count: days, unit: 'day' }
  return months % 12 === 0 ? { count: months / 12, unit: 'year' } : { count: months, unit: 'month' }
}

const inMonths = ({ count, unit }: Length): number => (unit === 'year' ? count * 12 : count)

const unitFormat = (unit: Unit, locale: string) =>
  new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' })

const written = ({ count, unit }: Length, locale: string): string => unitFormat(unit, locale).format(count)

const range = (from: number, to: number, unit: Unit, locale: string): string =>
  from === to ? unitFormat(unit, locale).format(from) : unitFormat(unit, locale).formatRange(from, to)
