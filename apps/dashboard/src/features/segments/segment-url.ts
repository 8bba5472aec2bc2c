import type { AsOf, Segment } from '@heed/contracts'
import { formatSegment, parseSegment, type SegmentFault, segmentParam } from '@heed/segments'

/** Query parameters in order. */
export type Pairs = [string, string][]

/** Whom one looks at, and as of when their values count. */
export type Cut = { segment: Segment; asOf: AsOf }

/** The cut that an address holds, and what of it could not be read. */
export function cutOf(search: string): Cut & { faults: SegmentFault[] } {
  const query = new URLSearchParams(search)
  const { segment, faults } = parseSegment(query.get('segment') ?? '')
  return { segment, asOf: query.get('asOf') === 'now' ? 'now' : 'answer', faults }
}

/** The cut as requests for answers, tickets and votes name it. */
export function pairsOf({ segment, asOf }: Cut): Pairs {
  return [...customerPairsOf(segment), ...(asOf === 'now' ? [['asOf', 'now'] satisfies [string, string]] : [])]
}

/** The segment as requests for customers name it: they are always as of now. */
export function customerPairsOf(segment: Segment): Pairs {
  const written = formatSegment(segment)
  return written ? [['segment', written]] : []
}

/** The parameters that name a page's own filters; left-out and empty values are not written. */
export type Filters = Record<string, string | undefined>

/** An address within the dashboard that carries the cut with it, readable as a person would write it. */
export function addressOf(path: string, filters: Filters, { segment, asOf }: Cut): string {
  const written = formatSegment(segment)
  const others = new URLSearchParams(asOf === 'now' ? [['asOf', 'now']] : [])
  for (const [name, value] of Object.entries(filters)) if (value) others.set(name, value)
  const query = [...(written ? [`segment=${segmentParam(written)}`] : []), ...(others.size > 0 ? [`${others}`] : [])]
  return query.length > 0 ? `${path}?${query.join('&')}` : path
}

/** The same page with another cut: its own filters stay. */
export function withCut(path: string, search: string, changed: Partial<Cut>): string {
  return addressOf(path, pageFilters(search), { ...cutOf(search), ...changed })
}

/** The same page with some of its own filters changed; `undefined` takes one out. */
export function withFilters(path: string, search: string, changed: Filters): string {
  return addressOf(path, { ...pageFilters(search), ...changed }, cutOf(search))
}

/** What of a query is not the cut. */
function pageFilters(search: string): Filters {
  return Object.fromEntries([...new URLSearchParams(search)].filter(([name]) => name !== 'segment' && name !== 'asOf'))
}
