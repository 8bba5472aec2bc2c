import type { ResponseDetail, ResponsePage } from '@heed/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'
import { pagedQuery } from '../../paged-query.ts'

type Pairs = [string, string][]

/** Answers of a segment, newest first, page by page. */
export const useResponses = (pairs: Pairs) =>
  useInfiniteQuery(pagedQuery<ResponsePage>(['responses'], '/api/responses', pairs))

/** One answer with what else this person answered and asked. Fails with `response_not_found`. */
export const useResponse = (id: string) =>
  useQuery({
    queryKey: ['response', id],
    queryFn: ({ signal }) => get<ResponseDetail>(`/api/responses/${encodeURIComponent(id)}`, [], signal),
  })
