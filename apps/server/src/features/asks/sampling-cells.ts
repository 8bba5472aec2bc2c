import type { StratumPart, StratumReport } from '@heed/contracts'
import { tenureBand } from '@heed/segments'
import type { SamplingCell, SamplingStratum } from '@heed/stats'

/** What a person is sampled by, where it is known and counts. Tenure may be any of its band, and so may spend. */
export type CellValues = { plan: string | null; tenureDays: number | null; spendMinor: number | null }

/** From nothing to most: `none`, then each band by where it begins, in minor units. */
export const spendOrder = (cuts: readonly number[]): string[] => ['none', '1', ...cuts.map(String)]

/** The cell of a person, in one cell for all in the parts that strata are not cut by. */
export const cellOf = (
  { plan, tenureDays, spendMinor }: CellValues,
  by: readonly StratumPart[],
  cuts: readonly number[],
): SamplingCell => ({
  plan: by.includes('plan') ? plan : null,
  tenureBand: by.includes('tenure') ? tenureBand(tenureDays) : 'unknown',
  spendBand: by.includes('spend') ? spendBandOf(spendMinor, cuts) : 'unknown',
})

/** Kept with a decision, and read again when strata are made anew of cells. */
export const cellKey = ({ plan, tenureDays, spendMinor }: CellValues, cuts: readonly number[]): string =>
  JSON.stringify([plan, tenureDays, floorOf(spendMinor, cuts)])

export const cellValues = (key: string): CellValues => {
  const [plan, tenureDays, spendMinor] = JSON.parse(key) as [string | null, number | null, number | null]
  return { plan, tenureDays, spendMinor }
}

/** Where the band of an amount begins; 0 for nothing. */
const floorOf = (spendMinor: number | null, cuts: readonly number[]): number | null => {
  if (spendMinor === null) return null
  return spendMinor <= 0 ? 0 : (cuts.findLast((cut) => cut <= spendMinor) ?? 1)
}

const spendBandOf = (spendMinor: number | null, cuts: readonly number[]): string => {
  const floor = floorOf(spendMinor, cuts)
  return floor === null ? 'unknown' : floor === 0 ? 'none' : String(floor)
}

/** A stratum that was kept, with what occurs in its cells. */
export const readStratum = <T extends Pick<SamplingStratum, 'key' | 'cells' | 'base'>>(
  kept: T,
  cuts: readonly number[],
): T & SamplingStratum => {
  const { cells } = kept
  const inOrder = (order: readonly string[], bands: string[]) =>
    [...order, 'unknown'].filter((band) => bands.includes(band))
  return {
    ...kept,
    plans: [...new Set(cells.map(({ plan }) => plan))],
    tenureBands: inOrder(
      Object.keys(bandsOfTenure),
      cells.map((cell) => cell.tenureBand),
    ),
    spendBands: inOrder(
      spendOrder(cuts),
      cells.map((cell) => cell.spendBand),
    ),
  }
}

type Bounds = { from: number | null; to: number | null }
const bandsOfTenure: Record<string, Bounds> = {
  '0-89': { from: 0, to: 89 },
  '90-179': { from: 90, to: 179 },
  '180-364': { from: 180, to: 364 },
  '365+': { from: 365, to: null },
}

/** What is said of a stratum: the parts it is cut by, from the lowest of its bands to the highest. */
export const boundsOf = (
  { plans, tenureBands, spendBands }: { plans: (string | null)[]; tenureBands: string[]; spendBands: string[] },
  by: readonly StratumPart[],
  cuts: readonly number[],
): Pick<StratumReport, 'plans' | 'tenureDays' | 'spendMinor'> => ({
  ...(by.includes('plan') && { plans }),
  ...(by.includes('tenure') && { tenureDays: around(tenureBands.flatMap((band) => bandsOfTenure[band] ?? [])) }),
  ...(by.includes('spend') && { spendMinor: around(spendBands.flatMap((band) => boundsOfSpend(band, cuts))) }),
})

const boundsOfSpend = (band: string, cuts: readonly number[]): Bounds[] => {
  if (band === 'unknown') return []
  if (band === 'none') return [{ from: 0, to: 0 }]
  const next = cuts.find((cut) => cut > Number(band))
  return [{ from: Number(band), to: next === undefined ? null : next - 1 }]
}

/** Of bands in their order; both null where none is known. */
const around = (bands: Bounds[]): Bounds => ({ from: bands[0]?.from ?? null, to: bands.at(-1)?.to ?? null })
