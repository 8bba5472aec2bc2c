import type { AsOf, Segment } from '@heed/contracts'
import type { SegmentFault } from '@heed/segments'
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import {
  addressOf,
  customerPairsOf,
  cutOf,
  type Filters,
  type Pairs,
  pairsOf,
  withCut,
  withFilters,
} from './segment-url.ts'

export type SegmentView = {
  segment: Segment
  /** As of when plan, spend, tenure, country and traits count. */
  asOf: AsOf
  /** For requests about answers, tickets and votes, and for cache keys, in a stable order. */
  pairs: Pairs
  /** For requests about customers, who are always as of now. */
  customerPairs: Pairs
  faults: SegmentFault[]
  /** One of the page's own filters, from the address. */
  filter: (name: string) => string | undefined
  /** An address that carries the cut: that of this page, or the same for other customers. */
  link: (path: string, filters?: Filters, segment?: Segment) => string
  /** This page with other filters of its own. */
  filtered: (changed: Filters) => string
  /** This page, for other customers. */
  cut: (segment: Segment) => string
  /** Goes there. */
  setSegment: (segment: Segment, replace?: boolean) => void
  setAsOf: (asOf: AsOf) => void
}

/** The segment of the address, which every page shares. */
export function useSegment(): SegmentView {
  const { url, path, route } = useLocation()
  return useMemo(() => {
    const search = new URL(url, location.origin).search
    const query = new URLSearchParams(search)
    const { segment, asOf, faults } = cutOf(search)
    return {
      segment,
      asOf,
      faults,
      pairs: pairsOf({ segment, asOf }),
      customerPairs: customerPairsOf(segment),
      filter: (name) => query.get(name) ?? undefined,
      link: (to, filters = {}, other = segment) => addressOf(to, filters, { segment: other, asOf }),
      filtered: (changed) => withFilters(path, search, changed),
      cut: (next) => withCut(path, search, { segment: next }),
      setSegment: (next, replace = false) => route(withCut(path, search, { segment: next }), replace),
      setAsOf: (next) => route(withCut(path, search, { asOf: next })),
    }
  }, [url, path, route])
}
