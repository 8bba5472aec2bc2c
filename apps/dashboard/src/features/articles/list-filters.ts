import type { Filters } from '../segments/segment-url.ts'
import { filterNames } from './article-filters.tsx'

/** The filters of the list, for the pages of single articles and the way back from there. */
export const listFilters = (filter: (name: string) => string | undefined): Filters =>
  Object.fromEntries(filterNames.map((name) => [name, filter(name)]))
