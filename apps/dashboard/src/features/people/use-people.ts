import type { PersonPage } from '@heed/contracts'
import { useInfiniteQuery } from '@tanstack/preact-query'
import { pagedQuery } from '../../paged-query.ts'
import type { Pairs } from '../segments/segment-url.ts'

/** People of a segment, page by page. @param pairs segment, search and sort */
export const usePeople = (pairs: Pairs) =>
  useInfiniteQuery(pagedQuery<PersonPage>(['people', 'list'], '/api/people', pairs))
