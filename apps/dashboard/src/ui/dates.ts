import { locale } from '../locales/locale.ts'

const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' })
const exact = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' })
const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric' })
const monthLong = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' })
const monthShort = new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' })

const minute = 60_000
const hour = 60 * minute
const dayMs = 24 * hour

/** "3 minutes ago", "yesterday"; from 30 days on the date itself. Future times (clock skew) read as now. */
export function formatRelative(iso: string, nowMs: number): string {
  const at = Date.parse(iso)
  const age = Math.max(0, nowMs - at)
  if (age < minute) return relative.format(0, 'second')
  if (age < hour) return relative.format(-Math.floor(age / minute), 'minute')
  if (age < dayMs) return relative.format(-Math.floor(age / hour), 'hour')
  if (age < 30 * dayMs) return relative.format(-Math.floor(age / dayMs), 'day')
  return day.format(at)
}

/** Date and time in the member's own time zone. */
export const formatExact = (iso: string): string => exact.format(Date.parse(iso))

/** First millisecond of a UTC month such as "2026-03". */
const monthStartMs = (month: string): number => Date.parse(`${month}-01T00:00:00Z`)

/** "2026-03" → "March 2026" */
export const formatMonth = (month: string): string => monthLong.format(monthStartMs(month))

/** "2026-03" → "Mar 2026" */
export const formatMonthShort = (month: string): string => monthShort.format(monthStartMs(month))

/** The UTC months up to the one that holds `nowMs`, newest first, as "2026-03". */
export function recentMonths(count: number, nowMs: number): string[] {
  const now = new Date(nowMs)
  return Array.from({ length: count }, (_, back) =>
    new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7),
  )
}
