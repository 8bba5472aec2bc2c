import type { WorkspacePatch, WorkspaceSettings } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { changeWorkspaceRow, getWorkspace, holdsMoney } from './workspaces.queries.ts'

/** What a workspace is called, how its widget looks and speaks, and in what it counts. */
export async function readWorkspaceSettings(handle: Handle, workspaceId: string): Promise<WorkspaceSettings> {
  const { id, name, accent, defaultLocale, currency, privacySignal } = await getWorkspace(handle, workspaceId)
  return {
    id,
    name,
    accent,
    defaultLocale,
    currency,
    currencyFixed: await holdsMoney(handle, workspaceId),
    privacySignal: privacySignal ?? 'honour',
  }
}

/**
 * Changes what is given. The reporting currency changes only while no account and no rate is stored: what was said
 * keeps its spend as it was converted that day, and would be read as another currency's.
 * @throws Problem currency_fixed
 */
export async function changeWorkspace(
  deps: Deps,
  workspaceId: string,
  patch: WorkspacePatch,
): Promise<WorkspaceSettings> {
  await deps.store.write(async (tx) => {
    const { currency } = await getWorkspace(tx, workspaceId)
    const moves = patch.currency !== undefined && patch.currency !== currency
    if (moves && (await holdsMoney(tx, workspaceId))) throw problem('currency_fixed')
    await changeWorkspaceRow(tx, workspaceId, patch)
  })
  return readWorkspaceSettings(deps.store.read, workspaceId)
}
