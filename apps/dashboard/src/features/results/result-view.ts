import type { ResultUnit } from '@heed/contracts'
import type { Filters, Pairs } from '../segments/segment-url.ts'

/** Days in UTC, both included; or the last so many. */
export type ChosenPeriod = { days: number } | { from: string; to: string }

/** Which answers a page of results is about, as its address says. */
export type ResultView = { period: ChosenPeriod; version: number | undefined; unit: ResultUnit }

const standardDays = 90
export const offeredDays = [30, 90, 365] as const
export const units: readonly ResultUnit[] = ['people', 'accounts', 'spend']

type Filter = (name: string) => string | undefined

/** Reads an address. What makes no sense there is left out, as if it had not been written. */
export function readView(filter: Filter): ResultView {
  return {
    period: periodOf(filter),
    version: wholeNumber(filter('version'), 1_000_000),
    unit: units.find((unit) => unit === filter('unit')) ?? 'people',
  }
}

function periodOf(filter: Filter): ChosenPeriod {
  const [from, to] = [filter('from'), filter('to')]
  if (isDay(from) && isDay(to) && from <= to) return { from, to }
  return { days: wholeNumber(filter('days'), 3_650) ?? standardDays }
}

/** A day that there is, such as 2026-03-05. */
export const isDay = (text: string | undefined): text is string => {
  if (text === undefined || !/^\d{4}-\d\d-\d\d$/.test(text)) return false
  const at = new Date(`${text}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text)
}

const wholeNumber = (text: string | undefined, most: number): number | undefined => {
  const number = text !== undefined && /^\d{1,7}$/.test(text) ? Number(text) : 0
  return number >= 1 && number <= most ? number : undefined
}

/** What the server is asked. The same view is written the same way, so that it is a key of the cache too. */
export const pairsOfView = ({ period, version, unit }: ResultView): Pairs => [
  ...('days' in period
    ? ([['days', String(period.days)]] satisfies Pairs)
    : ([
        ['from', period.from],
        ['to', period.to],
      ] satisfies Pairs)),
  ...(version === undefined ? [] : ([['version', String(version)]] satisfies Pairs)),
  ...(unit === 'people' ? [] : ([['unit', unit]] satisfies Pairs)),
]

/** The parameters of an address for a period; what is standard is not written. */
export const periodFilters = (period: ChosenPeriod): Filters =>
  'days' in period
    ? { days: period.days === standardDays ? undefined : String(period.days), from: undefined, to: undefined }
    : { days: undefined, from: period.from, to: period.to }

/** As `viewFilters`, for the comments: there no period is any time. */
export const commentFilters = (filter: Filter): Filters => {
  const { period } = readView(filter)
  return { ...viewFilters(filter), ...('days' in period && { days: String(period.days) }) }
}

/** The parameters that a survey's pages share, for the way from one to the other. */
export const viewFilters = (filter: Filter): Filters => {
  const { period, version, unit } = readView(filter)
  return {
    ...periodFilters(period),
    version: version === undefined ? undefined : String(version),
    unit: unit === 'people' ? undefined : unit,
  }
}
