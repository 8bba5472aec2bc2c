import type { IdentitySettings } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { countSeen, listSigningKeys } from './identity.queries.ts'
import { toSigningKey } from './to-signing-key.ts'

const dayMs = 86_400_000
const countedDays = 30

/** What the workspace believes, and how its visitors of the last days came: whom enforcement would shut out. */
export async function readIdentity({ store, now }: Deps, workspaceId: string): Promise<IdentitySettings> {
  const since = new Date(now().getTime() - countedDays * dayMs)
  const [workspace, keys, seen] = await Promise.all([
    getWorkspace(store.read, workspaceId),
    listSigningKeys(store.read, workspaceId),
    countSeen(store.read, workspaceId, since),
  ])
  return {
    workspaceId,
    enforced: workspace.identityEnforced ?? false,
    unverifiedValues: workspace.unverifiedValues ?? 'ignore',
    keys: keys.map(toSigningKey),
    seen: { days: countedDays, ...seen },
  }
}
