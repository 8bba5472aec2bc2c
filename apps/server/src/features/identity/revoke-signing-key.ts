import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { listSigningKeys, markKeyRevoked } from './identity.queries.ts'

/**
 * Takes a key out of use at once. What it has bound stays bound until the token's end.
 * @throws Problem signing_key_not_found; nobody_signed for the last key of a workspace that enforces identity
 */
export async function revokeSigningKey({ store, now }: Deps, workspaceId: string, keyId: string) {
  await store.write(async (tx) => {
    await tx.lock(`identity ${workspaceId}`)
    if (!(await markKeyRevoked(tx, workspaceId, keyId, now()))) throw problem('signing_key_not_found')
    const { identityEnforced } = await getWorkspace(tx, workspaceId)
    if (identityEnforced && (await listSigningKeys(tx, workspaceId)).length === 0) {
      throw problem('nobody_signed', { detail: 'Make another key first, or switch enforcement off.' })
    }
  })
}
