import type { Handle } from '@heed/db'
import { findAccountByExternalId } from './people.queries.ts'

/** What amounts without a currency are in: what is known of the account, as an amount of yen has no cents. */
export const accountCurrency = async (
  handle: Handle,
  workspace: { id: string; currency: string },
  accountId: string | undefined,
): Promise<string> => {
  const known = accountId ? await findAccountByExternalId(handle, workspace.id, accountId, 'verified') : undefined
  return known?.currency ?? workspace.currency
}
