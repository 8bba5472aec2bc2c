import { WorkspaceId } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { findNamedWorkspace, findWorkspace } from './help-centre.queries.ts'
import { readHelpCentre } from './help-centre-name.ts'

/** The workspace that an address names, by its id or a name it chose, and the address that it has now. */
export async function findCentre(
  handle: Handle,
  named: string,
): Promise<{ workspace: WorkspaceRow; base: string } | undefined> {
  const isId = WorkspaceId.safeParse(named).success
  const workspaceId = isId ? named : await findNamedWorkspace(handle, named)
  const workspace = workspaceId ? await findWorkspace(handle, workspaceId) : undefined
  return workspace && { workspace, base: (await readHelpCentre(handle, workspace.id)).address }
}
