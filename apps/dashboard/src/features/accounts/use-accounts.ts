import type { AccountPage } from '@heed/contracts'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'
import type { Pairs } from '../segments/segment-url.ts'

/** Accounts that have somebody in a segment, page by page. @param pairs segment, search and sort */
export const useAccounts = (pairs: Pairs) =>
  useInfiniteQuery({
    queryKey: ['accounts', 'list', pairs],
    queryFn: ({ signal, pageParam }) =>
      get<AccountPage>('/api/accounts', pageParam === null ? pairs : [...pairs, ['cursor', pageParam]], signal),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })
