import type { Filters } from '../segments/segment-url.ts'

/** The parameters of the address that are filters of the list of ideas. */
export const filterNames = ['state', 'areaId', 'search'] as const

/** These and the order, for the pages of single ideas and the way back from there. */
export const listFilters = (filter: (name: string) => string | undefined): Filters =>
  Object.fromEntries([...filterNames, 'sort'].map((name) => [name, filter(name)]))
