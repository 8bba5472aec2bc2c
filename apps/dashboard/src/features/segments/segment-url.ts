import type { Segment } from '@heed/contracts'
import { formatSegment, parseSegment, type SegmentFault } from '@heed/segments'

/** Query parameters in order. */
export type Pairs = [string, string][]

/** The segment that an address holds, and what of it could not be read. */
export const segmentOf = (search: string): { segment: Segment; faults: SegmentFault[] } =>
  parseSegment(new URLSearchParams(search))

/** The parameters that name a page's own filters; left-out and empty values are not written. */
export type Filters = Record<string, string | undefined>

/** An address within the dashboard that carries the segment with it. */
export function addressOf(path: string, filters: Filters, segment: Segment): string {
  const query = new URLSearchParams(formatSegment(segment))
  for (const [name, value] of Object.entries(filters)) if (value) query.set(name, value)
  const written = query.toString()
  return written ? `${path}?${written}` : path
}

/** The same page with another segment: its own filters stay, the cut over customers changes. */
export function withSegment(path: string, search: string, segment: Segment): string {
  return addressOf(path, pageFilters(search), segment)
}

/** The same page with some of its own filters changed; `undefined` takes one out. */
export function withFilters(path: string, search: string, changed: Filters): string {
  return addressOf(path, { ...pageFilters(search), ...changed }, segmentOf(search).segment)
}

/** What of a query is not the segment. */
function pageFilters(search: string): Filters {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([name]) => !isSegmentField(name)))
}

const isSegmentField = (name: string): boolean =>
  name === 'plan' || name === 'spendMinor' || name === 'tenureDays' || name.startsWith('trait.')
