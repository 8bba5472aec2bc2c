import type { AccountPage, AccountQuery, PersonPage, PersonQuery, Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Scope } from '../segments/scope.ts'
import { rowsOfAccount } from './account-detail.ts'
import { countPeople, listAccounts } from './account-list.queries.ts'
import { placeOfAccount } from './account-order.ts'
import type { Customers } from './customers.ts'
import { writeCursor } from './list-place.ts'
import { listPeople } from './people-list.queries.ts'
import { placeOfPerson } from './people-order.ts'
import { toAccountItem, toPersonItem } from './summaries.ts'

/** A page of a segment's people. @throws Problem invalid_input when the cursor is of another sort */
export async function readPersonPage(
  { handle, customers }: { handle: Handle; customers: Customers },
  scope: Scope,
  segment: Segment,
  { accountId, ...query }: PersonQuery,
): Promise<PersonPage> {
  const accountIds = accountId === undefined ? undefined : await rowsOfAccount(handle, scope.workspaceId, accountId)
  const rows = await listPeople({ handle, customers }, scope, segment, { ...query, accountIds })
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  return {
    items: shown.map((row) => toPersonItem(row, scope.now)),
    nextCursor: last ? writeCursor(placeOfPerson(last, query.sort, scope)) : null,
  }
}

/** A page of a segment's accounts. @throws Problem invalid_input when the cursor is of another sort */
export async function readAccountPage(
  handle: Handle,
  scope: Scope,
  segment: Segment,
  query: AccountQuery,
): Promise<AccountPage> {
  const rows = await listAccounts(handle, scope, segment, query)
  const shown = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? shown.at(-1) : undefined
  const people = await countPeople(
    handle,
    scope.workspaceId,
    shown.map(({ externalId }) => externalId),
  )
  return {
    items: shown.map((row) => toAccountItem(row, people.get(row.externalId) ?? 0, scope.now)),
    nextCursor: last ? writeCursor(placeOfAccount(last, query.sort, scope)) : null,
  }
}
