import type { CreatedKey, Key, NewKey } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { keyRow, newKey } from './create-workspace.ts'
import { insertKey, type KeyRow, markKeyRevoked, setOrigins } from './keys.queries.ts'

/** A key as members see it. */
export const toKey = ({ id, kind, hint, origins, createdAt }: KeyRow): Key => ({
  id,
  kind,
  hint,
  origins,
  createdAt: createdAt.toISOString(),
})

/** Makes a key. The reply alone holds a secret one. */
export async function createKey(deps: Deps, workspaceId: string, wanted: NewKey): Promise<CreatedKey> {
  const key = newKey(wanted.kind)
  const row = keyRow(deps, workspaceId, wanted.kind, key, wanted.kind === 'publishable' ? wanted.origins : [])
  await deps.store.write((tx) => insertKey(tx, row))
  return { ...toKey(row), key }
}

/** Says which origins may use a publishable key, all of them anew. @throws Problem key_not_found */
export async function changeOrigins(deps: Deps, workspaceId: string, keyId: string, origins: string[]): Promise<Key> {
  const row = await deps.store.write((tx) => setOrigins(tx, workspaceId, keyId, [...new Set(origins)]))
  if (!row) throw problem('key_not_found')
  return toKey(row)
}

/**
 * Takes a key out of use: this process refuses it from now on, another one within the time that keys are kept.
 * @throws Problem key_not_found
 */
export async function revokeKey(deps: Deps, workspaceId: string, keyId: string): Promise<void> {
  const at = deps.now()
  if (!(await deps.store.write((tx) => markKeyRevoked(tx, workspaceId, keyId, at)))) throw problem('key_not_found')
}
