import type { AccountClaim } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { reportingSpend } from '../rates/reporting-spend.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { mergeClaim } from './merge-claim.ts'
import { type AccountRow, findAccountByExternalId, saveAccount } from './people.queries.ts'
import { type Claimant, trustOf } from './record-person.ts'

/**
 * Stores what is said of an account. Spend without a currency, where none is known, is in the reporting currency.
 * The caller holds the lock of the account.
 */
export async function recordAccountIn(
  tx: Handle,
  { newId, now }: Deps,
  claimant: Claimant,
  claim: AccountClaim,
): Promise<AccountRow> {
  const { workspaceId } = claimant
  const trust = trustOf(claimant)
  const before = await findAccountByExternalId(tx, workspaceId, claim.accountId, trust)
  const { name, plan, spendMinor, currency, seats, createdAt, traits } = claim
  const workspace = spendMinor === undefined && currency === undefined ? null : await getWorkspace(tx, workspaceId)
  const said = mergeClaim(
    {
      fields: {
        name: before?.name ?? null,
        plan: before?.plan ?? null,
        spendMinor: before?.spendMinor ?? null,
        currency: before?.currency ?? null,
        seats: before?.seats ?? null,
        createdAt: before?.customerSince ?? null,
      },
      traits: before?.traits ?? {},
      sources: before?.sources ?? {},
    },
    {
      fields: {
        name,
        plan,
        spendMinor,
        // Said with the amount, so that an older message changes neither without the other.
        currency: currency ?? (spendMinor === undefined ? undefined : (before?.currency ?? workspace?.currency)),
        seats,
        createdAt: createdAt === undefined ? undefined : new Date(createdAt),
      },
      traits,
    },
    { source: claimant.source, at: claimant.at ?? now() },
  )
  const { createdAt: customerSince, ...fields } = said.fields as Pick<
    AccountRow,
    'name' | 'plan' | 'spendMinor' | 'currency' | 'seats'
  > & { createdAt: Date | null }
  const account: AccountRow = {
    workspaceId,
    id: before?.id ?? newId('account'),
    externalId: claim.accountId,
    trust,
    ...fields,
    reportingSpendMinor: workspace
      ? await reportingSpend(tx, workspace, fields, now())
      : (before?.reportingSpendMinor ?? null),
    traits: said.traits,
    sources: said.sources,
    customerSince,
    createdAt: before?.createdAt ?? now(),
    updatedAt: now(),
  }
  await saveAccount(tx, account)
  return account
}
