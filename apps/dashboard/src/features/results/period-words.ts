import type { SurveyResult } from '@heed/contracts'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'

const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' })
const dayShort = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthShort = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })

const startOf = (isoDay: string): number => Date.parse(`${isoDay}T00:00:00Z`)

type Span = { from: string; to: string }
type Step = SurveyResult['step']

/** "5 Mar 2026" */
export const dayInWords = (isoDay: string): string => day.format(startOf(isoDay))

/** "5 Mar 2026 – 2 Jun 2026" */
export const spanInWords = ({ from, to }: Span): string =>
  from === to ? dayInWords(from) : text.results.headline.period(dayInWords(from), dayInWords(to))

/** A time of a chart in full: the day, the days of the week, or the month. */
export const timeInWords = (span: Span, step: Step): string =>
  step === 'month' ? month.format(startOf(span.from)) : spanInWords(step === 'day' ? { ...span, to: span.from } : span)

/** The same on an axis. */
export const timeOnAxis = ({ from }: Span, step: Step): string =>
  (step === 'month' ? monthShort : dayShort).format(startOf(from))

const dayMs = 86_400_000

/** Whole days in UTC, both included. */
export const daysIn = ({ from, to }: Span): number => Math.round((startOf(to) - startOf(from)) / dayMs) + 1

/** The same days of the year before; the 28th of February stands for a 29th that it did not have. */
export const yearEarlier = ({ from, to }: Span): Span => ({ from: dayYearEarlier(from), to: dayYearEarlier(to) })

const dayYearEarlier = (isoDay: string): string => {
  const day = new Date(startOf(isoDay))
  const month = day.getUTCMonth()
  day.setUTCFullYear(day.getUTCFullYear() - 1)
  if (day.getUTCMonth() !== month) day.setUTCDate(0)
  return day.toISOString().slice(0, 10)
}

/** The same days, so many days earlier. */
export const earlier = ({ from, to }: Span, days: number): Span => ({
  from: new Date(startOf(from) - days * dayMs).toISOString().slice(0, 10),
  to: new Date(startOf(to) - days * dayMs).toISOString().slice(0, 10),
})
