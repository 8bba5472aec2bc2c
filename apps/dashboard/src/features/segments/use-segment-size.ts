import type { SegmentSize, SegmentValues } from '@heed/contracts'
import { keepPreviousData, useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'
import type { Pairs } from './segment-url.ts'

/** How many customers the segment holds now. */
export const useSegmentSize = (pairs: Pairs) =>
  useQuery({
    queryKey: ['segment', 'size', pairs],
    queryFn: ({ signal }) => get<SegmentSize>('/api/segment/size', pairs, signal),
    placeholderData: keepPreviousData,
  })

/** What occurs among the accounts, for the editor. Asked for when the editor opens. */
export const useSegmentValues = (enabled: boolean) =>
  useQuery({
    queryKey: ['segment', 'values'],
    queryFn: ({ signal }) => get<SegmentValues>('/api/segment/values', [], signal),
    staleTime: 300_000,
    enabled,
  })
