import type { Handle } from '@heed/db'
import { findRate } from './rates.queries.ts'

type Spend = { spendMinor: number | null; currency: string | null }

/** Digits after the point of a currency's amounts: 2 for EUR, 0 for JPY, 3 for KWD. */
export const currencyDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2

/** By what minor units of `currency` are multiplied to become minor units of `reporting`. */
export const minorFactor = (rate: number, currency: string, reporting: string): number => {
  const digits = currencyDigits(reporting) - currencyDigits(currency)
  return digits < 0 ? rate / 10 ** -digits : rate * 10 ** digits // 0.001 is not exact, 1000 is
}

/** Whole minor units, half a unit up; `convertedSpend` says the same in SQL. Null where it is more than can be counted exactly. */
export const convertSpend = (spendMinor: number, factor: number): number | null => {
  const converted = Math.floor(spendMinor * factor + 0.5)
  return converted <= Number.MAX_SAFE_INTEGER ? converted : null
}

/**
 * Spend in the workspace's reporting currency, in whole minor units (half a unit up), at the rate of that day.
 * Null where there is no spend, or no rate for it.
 */
export async function reportingSpend(
  handle: Handle,
  workspace: { id: string; currency: string },
  { spendMinor, currency }: Spend,
  at: Date,
): Promise<number | null> {
  if (spendMinor === null || currency === null) return null
  if (currency === workspace.currency) return spendMinor
  const found = await findRate(handle, workspace.id, currency, dayOf(at))
  return found ? convertSpend(spendMinor, minorFactor(found.rate, currency, workspace.currency)) : null
}

/** The day of a moment in UTC, as 2026-03-31. */
export const dayOf = (at: Date): string => at.toISOString().slice(0, 10)
