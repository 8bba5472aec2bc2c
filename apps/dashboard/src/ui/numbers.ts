import { locale } from '../locales/locale.ts'

const noBreak = '\u00a0'
const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 })

/** 1,204 */
export const formatCount = (count: number): string => whole.format(count)

/** A share from 0 to 1 as whole percent: "38 %". Above zero but below half a percent is "< 1 %", never "0 %". */
export function formatShare(share: number): string {
  if (share > 0 && share < 0.005) return `<${noBreak}1${noBreak}%`
  if (share < 1 && share > 0.995) return `>${noBreak}99${noBreak}%`
  return `${whole.format(share * 100)}${noBreak}%`
}

/** A score from −100 to 100, whole, with a real minus sign, and no "−0". */
export function formatNps(score: number): string {
  const rounded = Math.round(score) || 0
  return rounded < 0 ? `−${whole.format(-rounded)}` : whole.format(rounded)
}

/** Decimals that a currency is written with: EUR 2, JPY 0, KWD 3. */
export const currencyDigits = (currency: string): number =>
  new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** Minor units as an amount: 12345, 'USD' → "$123.45"; whole amounts without decimals. */
export function formatMoney(minor: number, currency: string): string {
  const digits = currencyDigits(currency)
  const isWhole = minor % 10 ** digits === 0
  return new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    currencyDisplay: 'narrowSymbol',
    minimumFractionDigits: isWhole ? 0 : digits,
    maximumFractionDigits: digits,
  }).format(minor / 10 ** digits)
}

const unit = (value: number, name: string, unitDisplay: 'short' | 'long' = 'short'): string =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: name, unitDisplay, maximumFractionDigits: 1 }).format(value)

/** A waiting or answering time: "9 min", "2 hr 5 min", "3 days". Rounded down, so that a target never looks met when it was not. */
export function formatDuration(ms: number): string {
  const minutes = Math.max(0, Math.floor(ms / 60_000))
  if (minutes < 1) return `<${noBreak}${unit(1, 'minute')}`
  if (minutes < 60) return unit(minutes, 'minute')
  const hours = Math.floor(minutes / 60)
  if (hours >= 48) return unit(Math.floor(hours / 24), 'day')
  const rest = minutes % 60
  return rest === 0 || hours >= 10 ? unit(hours, 'hour') : `${unit(hours, 'hour')} ${unit(rest, 'minute')}`
}

const daysOfMonth = 30.44

/** How long an account has been a customer: "23 days", "8 months", "2.5 years". */
export function formatTenure(days: number): string {
  if (days < 60) return unit(days, 'day', 'long')
  if (days < 730) return unit(Math.floor(days / daysOfMonth), 'month', 'long')
  return unit(Math.floor((days / 365.25) * 2) / 2, 'year', 'long')
}
