import type { AccountDetail } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { problem } from '../../http/problem.ts'
import { countPeopleIn } from './account-list.queries.ts'
import { findAccount, findTwinsOfAccount } from './customer-lookups.queries.ts'
import { knownOfAccount } from './known-traits.ts'
import { type AccountRow, findAccountByExternalId } from './people.queries.ts'
import { toAccountSummary, toAccountValues } from './summaries.ts'

/** An account with all that is known of it. @throws Problem account_not_found */
export async function readAccount(
  handle: Handle,
  workspaceId: string,
  accountId: string,
  at: Date,
): Promise<AccountDetail> {
  const account = await findAccount(handle, workspaceId, accountId)
  if (!account) throw problem('account_not_found')
  return toAccountDetail(handle, account, at)
}

/**
 * The same by the host's own id: what the host's server said, else what browsers claim.
 * @throws Problem account_not_found
 */
export async function readHostsAccount(
  handle: Handle,
  workspaceId: string,
  externalId: string,
  at: Date,
): Promise<AccountDetail> {
  const account =
    (await findAccountByExternalId(handle, workspaceId, externalId, 'verified')) ??
    (await findAccountByExternalId(handle, workspaceId, externalId, 'unverified'))
  if (!account) throw problem('account_not_found')
  return toAccountDetail(handle, account, at)
}

/** @param at the moment that tenure counts to */
export async function toAccountDetail(handle: Handle, account: AccountRow, at: Date): Promise<AccountDetail> {
  const twins = await findTwinsOfAccount(handle, account)
  const rows = twins.unsigned ? [account.id, twins.unsigned] : [account.id]
  return {
    ...toAccountSummary(account),
    ...toAccountValues(account, at),
    trust: account.trust,
    createdAt: account.customerSince?.toISOString() ?? null,
    people: await countPeopleIn(handle, account.workspaceId, rows),
    known: knownOfAccount(account),
    ...twins,
  }
}

/** Heed's own ids of an account: a known one is also what browsers claim of it, and never the other way round. */
export async function rowsOfAccount(handle: Handle, workspaceId: string, accountId: string): Promise<string[]> {
  const account = await findAccount(handle, workspaceId, accountId)
  if (!account) throw problem('account_not_found')
  const { unsigned } = await findTwinsOfAccount(handle, account)
  return unsigned ? [account.id, unsigned] : [account.id]
}
