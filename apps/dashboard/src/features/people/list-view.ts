import type { Filters } from '../segments/segment-url.ts'

/** The parameters of the address that are a list's own, for the way back to it. */
export const listFilters = (filter: (name: string) => string | undefined): Filters => ({
  search: filter('search'),
  sort: filter('sort'),
  columns: filter('columns'),
})

const none = 'none'
const traitPrefix = 'trait.'

/** The key of a trait's column. */
export const traitKey = (name: string): string => traitPrefix + name

/** The trait that a column is of; undefined for any other column. */
export const traitOf = (key: string): string | undefined =>
  key.startsWith(traitPrefix) && key.length > traitPrefix.length ? key.slice(traitPrefix.length) : undefined

/** Chosen columns as an address holds them: `plan,spend,trait.industry`. Undefined for the standard ones. */
export function writeColumns(keys: readonly string[], standard: readonly string[]): string | undefined {
  if (keys.length === standard.length && standard.every((key) => keys.includes(key))) return undefined
  return keys.map((key) => key.replace(/[%,]/g, encodeURIComponent)).join(',') || none
}

/** The columns that an address names; the standard ones where it names none. What is no column is left out. */
export function readColumns(
  written: string | undefined,
  standard: readonly string[],
  known: readonly string[],
): string[] {
  if (written === undefined) return [...standard]
  const keys = written.split(',').map((key) => key.replace(/%(25|2C)/g, decodeURIComponent))
  return [...new Set(keys)].filter((key) => known.includes(key) || traitOf(key) !== undefined)
}
