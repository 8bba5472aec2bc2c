import type { ResponseDetail, ResponsePage } from '@heed/contracts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'

type Pairs = [string, string][]

/** Answers of a segment, newest first, page by page. */
export const useResponses = (pairs: Pairs) =>
  useInfiniteQuery({
    queryKey: ['responses', pairs],
    queryFn: ({ signal, pageParam }) =>
      get<ResponsePage>('/api/responses', pageParam === null ? pairs : [...pairs, ['cursor', pageParam]], signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })

/** One answer with what else this person answered and asked. Fails with `response_not_found`. */
export const useResponse = (id: string) =>
  useQuery({
    queryKey: ['response', id],
    queryFn: ({ signal }) => get<ResponseDetail>(`/api/responses/${encodeURIComponent(id)}`, [], signal),
  })
