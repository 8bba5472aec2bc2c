import { keepPreviousData } from '@tanstack/preact-query'
import { get } from './api.ts'

type Page = { nextCursor: string | null }
type Pairs = [string, string][]

/** What `useInfiniteQuery` needs to read a list page by page. @param pairs parameters of the address, but for the cursor */
export const pagedQuery = <P extends Page>(name: readonly unknown[], path: string, pairs: Pairs) => ({
  queryKey: [...name, pairs],
  queryFn: ({ signal, pageParam }: { signal: AbortSignal; pageParam: string | null }) =>
    get<P>(path, pageParam === null ? pairs : [...pairs, ['cursor', pageParam]], signal),
  initialPageParam: null as string | null,
  getNextPageParam: (page: P) => page.nextCursor,
  placeholderData: keepPreviousData,
})
