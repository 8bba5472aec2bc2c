export type TenureBand = '0-89' | '90-179' | '180-364' | '365+' | 'unknown'

/** The band of whole days that a tenure falls into; the bands are those that strata are cut by. */
export function tenureBand(days: number | null): TenureBand {
  if (days === null) return 'unknown'
  if (days < 90) return '0-89'
  if (days < 180) return '90-179'
  return days < 365 ? '180-364' : '365+'
}
