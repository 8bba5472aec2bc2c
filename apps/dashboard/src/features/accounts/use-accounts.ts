import type { AccountPage } from '@heed/contracts'
import { useInfiniteQuery } from '@tanstack/preact-query'
import { pagedQuery } from '../../paged-query.ts'
import type { Pairs } from '../segments/segment-url.ts'

/** Accounts that have somebody in a segment, page by page. @param pairs segment, search and sort */
export const useAccounts = (pairs: Pairs) =>
  useInfiniteQuery(pagedQuery<AccountPage>(['accounts', 'list'], '/api/accounts', pairs))
