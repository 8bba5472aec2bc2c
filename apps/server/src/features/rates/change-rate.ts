import type { Rate, RateKey } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { deleteRate, saveRate } from './rates.queries.ts'
import { setSpendAnew } from './set-spend-anew.ts'

type Workspace = Pick<WorkspaceRow, 'id' | 'currency'>

/**
 * Sets what a currency is worth from a day on, and with it the spend of everyone who pays in it, in one write.
 * @throws Problem rate_of_reporting
 */
export async function setRate({ store, now }: Deps, workspace: Workspace, rate: Rate) {
  if (rate.currency === workspace.currency) throw problem('rate_of_reporting')
  await store.write(async (tx) => {
    await tx.lock(`rates ${workspace.id} ${rate.currency}`)
    await saveRate(tx, { workspaceId: workspace.id, ...rate })
    await setSpendAnew(tx, workspace, rate.currency, rate.day, now())
  })
}

/**
 * Takes a rate out: the one before it counts in its place, or none does and spend is not known from that day on.
 * @throws Problem rate_not_found
 */
export async function removeRate({ store, now }: Deps, workspace: Workspace, { currency, day }: RateKey) {
  await store.write(async (tx) => {
    await tx.lock(`rates ${workspace.id} ${currency}`)
    if (!(await deleteRate(tx, workspace.id, { currency, day }))) throw problem('rate_not_found')
    await setSpendAnew(tx, workspace, currency, day, now())
  })
}
