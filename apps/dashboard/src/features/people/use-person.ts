import type { AccountDetail, PersonDetail, PersonPage, TimelinePage } from '@heed/contracts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'

/** A person with all that is known. Fails with `person_not_found`. */
export const usePerson = (id: string) =>
  useQuery({
    queryKey: ['person', id],
    queryFn: ({ signal }) => get<PersonDetail>(`/api/people/${encodeURIComponent(id)}`, [], signal),
  })

/** An account with all that is known. Fails with `account_not_found`. */
export const useAccount = (id: string) =>
  useQuery({
    queryKey: ['account', id],
    queryFn: ({ signal }) => get<AccountDetail>(`/api/accounts/${encodeURIComponent(id)}`, [], signal),
  })

const peopleAtOnce = '10'

/** The people of an account, who was here last first, page by page. */
export const usePeopleOf = (accountId: string) =>
  useInfiniteQuery({
    queryKey: ['people', 'of', accountId],
    queryFn: ({ signal, pageParam }) =>
      get<PersonPage>(
        '/api/people',
        [['accountId', accountId], ['sort', 'seen'], ['limit', peopleAtOnce], ...cursorPair(pageParam)],
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  })

const entriesAtOnce = '25'

/**
 * What happened with a person or the people of an account, newest first, page by page.
 * @param of `/api/people/ppl_…` or `/api/accounts/acc_…`
 */
export const useTimeline = (of: string, kind: string | undefined) =>
  useInfiniteQuery({
    queryKey: ['timeline', of, kind],
    queryFn: ({ signal, pageParam }) =>
      get<TimelinePage>(
        `${of}/timeline`,
        [...(kind === undefined ? [] : [pair('kind', kind)]), ['limit', entriesAtOnce], ...cursorPair(pageParam)],
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    placeholderData: keepPreviousData,
  })

const pair = (name: string, value: string): [string, string] => [name, value]
const cursorPair = (cursor: string | null) => (cursor === null ? [] : [pair('cursor', cursor)])
