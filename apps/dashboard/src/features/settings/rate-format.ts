import { locale } from '../../locales/locale.ts'

const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' })
const rateFormat = new Intl.NumberFormat(locale, { maximumSignificantDigits: 15 })

/** "2026-03-31" → "Mar 31, 2026": a day in UTC is the same one everywhere. */
export const formatDay = (day: string): string => dayFormat.format(Date.parse(`${day}T00:00:00Z`))

/** 1.0825, with every digit that was given. */
export const formatRate = (rate: number): string => rateFormat.format(rate)

/** The day of a moment in UTC, as 2026-03-31. */
export const utcDay = (ms: number): string => new Date(ms).toISOString().slice(0, 10)

/** What was typed as a rate, with a point or a comma before the decimals; null when it is no number above zero. */
export function readRate(typed: string): number | null {
  const plain = typed.trim().replace(',', '.')
  if (!/^\d{1,9}(\.\d{1,15})?$/.test(plain)) return null
  const rate = Number(plain)
  return rate > 0 ? rate : null
}
