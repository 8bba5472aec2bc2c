import type { IdentityPatch } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { listSigningKeys, setIdentityFlags } from './identity.queries.ts'

/**
 * Changes what the workspace believes; every process follows within five seconds.
 * @throws Problem nobody_signed when enforcement is switched on without a key
 */
export async function changeIdentity(
  { store }: Deps,
  workspaceId: string,
  { enforced, unverifiedValues }: IdentityPatch,
) {
  await store.write(async (tx) => {
    // The keys that are read here decide what is written.
    await tx.lock(`identity ${workspaceId}`)
    if (enforced && (await listSigningKeys(tx, workspaceId)).length === 0) {
      throw problem('nobody_signed', { detail: 'Make a signing key first, and sign the people of your app with it.' })
    }
    await setIdentityFlags(tx, workspaceId, {
      ...(enforced === undefined ? {} : { identityEnforced: enforced }),
      ...(unverifiedValues === undefined ? {} : { unverifiedValues }),
    })
  })
}
