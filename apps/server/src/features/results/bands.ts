import { type SpendBounds, tenureBounds } from './dimensions-sql.ts'

/** `tenureBand` of whole days that are at hand. */
export const tenureBandOf = (days: number | null): number | null =>
  days === null ? null : (tenureBounds.findLast((bound) => days >= bound) ?? 0)

/** `spendBand` of an amount that is at hand. */
export const spendBandOf = (spendMinor: number | null, bounds: SpendBounds): number | null => {
  if (spendMinor === null) return null
  if (spendMinor <= 0) return 0
  let band = 1
  for (let at = 0; at < bounds.length; at++) if (spendMinor >= (bounds[at] as number)) band += 1
  return band
}
