import type { SegmentSize } from '@heed/contracts'
import { keepPreviousData, useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'
import type { Pairs } from './segment-url.ts'

/** How many customers a segment holds now. @param pairs the segment as `customerPairsOf` writes it */
export const useSegmentSize = (pairs: Pairs) =>
  useQuery({
    queryKey: ['segment', 'size', pairs],
    queryFn: ({ signal }) => get<SegmentSize>('/api/segment/size', pairs, signal),
    placeholderData: keepPreviousData,
  })
