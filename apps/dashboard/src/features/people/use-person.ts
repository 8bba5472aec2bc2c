import type { AccountDetail, PersonDetail, PersonPage, TimelinePage } from '@heed/contracts'
import { useInfiniteQuery, useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'
import { pagedQuery } from '../../paged-query.ts'

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
  useInfiniteQuery(
    pagedQuery<PersonPage>(['people', 'of'], '/api/people', [
      ['accountId', accountId],
      ['sort', 'seen'],
      ['limit', peopleAtOnce],
    ]),
  )

const entriesAtOnce = '25'

/**
 * What happened with a person or the people of an account, newest first, page by page.
 * @param of `/api/people/ppl_…` or `/api/accounts/acc_…`
 */
export const useTimeline = (of: string, kind: string | undefined) =>
  useInfiniteQuery(
    pagedQuery<TimelinePage>(['timeline', of], `${of}/timeline`, [
      ...(kind === undefined ? [] : [['kind', kind] satisfies [string, string]]),
      ['limit', entriesAtOnce],
    ]),
  )
