import type { Filters } from '../segments/segment-url.ts'

/** The parameters of the address that are the list's own, for the pages of single surveys and the way back from there. */
export const listFilters = (filter: (name: string) => string | undefined): Filters => ({ state: filter('state') })
