import type { Segment } from '@heed/contracts'
import { formatSegment, type SegmentFault } from '@heed/segments'
import { useMemo } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { addressOf, type Filters, type Pairs, segmentOf, withFilters, withSegment } from './segment-url.ts'

export type SegmentView = {
  segment: Segment
  /** For requests and cache keys, in a stable order. */
  pairs: Pairs
  faults: SegmentFault[]
  /** One of the page's own filters, from the address. */
  filter: (name: string) => string | undefined
  /** An address that carries the segment. */
  link: (path: string, filters?: Filters) => string
  /** This page with other filters of its own. */
  filtered: (changed: Filters) => string
  /** This page, for other customers. */
  cut: (segment: Segment) => string
  /** Goes there. */
  setSegment: (segment: Segment, replace?: boolean) => void
}

/** The segment of the address, which every page shares. */
export function useSegment(): SegmentView {
  const { url, path, route } = useLocation()
  return useMemo(() => {
    const search = new URL(url, location.origin).search
    const query = new URLSearchParams(search)
    const { segment, faults } = segmentOf(search)
    return {
      segment,
      faults,
      pairs: formatSegment(segment),
      filter: (name) => query.get(name) ?? undefined,
      link: (to, filters = {}) => addressOf(to, filters, segment),
      filtered: (changed) => withFilters(path, search, changed),
      cut: (next) => withSegment(path, search, next),
      setSegment: (next, replace = false) => route(withSegment(path, search, next), replace),
    }
  }, [url, path, route])
}
