import type { PersonPage } from '@heed/contracts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'
import type { Pairs } from '../segments/segment-url.ts'

/** People of a segment, page by page. @param pairs segment, search and sort */
export const usePeople = (pairs: Pairs) =>
  useInfiniteQuery({
    queryKey: ['people', 'list', pairs],
    queryFn: ({ signal, pageParam }) =>
      get<PersonPage>('/api/people', pageParam === null ? pairs : [...pairs, ['cursor', pageParam]], signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
