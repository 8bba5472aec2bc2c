import type { IdKind } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import type { Store } from '@heed/db'
import { createSuggesters, type Suggesters } from './features/articles/suggesters.ts'
import { findKey } from './features/workspaces/workspaces.queries.ts'
import { remember } from './remember.ts'

const keysKeptMs = 5_000

/** What actions need; built once in server.ts, or by a test with a clock of its own. */
export type Deps = {
  store: Store
  now: () => Date
  newId: (kind: IdKind) => string
  suggesters: Suggesters
  /** A key that is not revoked, by its hash, with its workspace; kept for five seconds. */
  keyOf: (hash: string) => ReturnType<typeof findKey>
}

export const createDeps = (store: Store, now: () => Date): Deps => ({
  store,
  now,
  newId: (kind) => newId(kind, now().getTime()),
  suggesters: createSuggesters(store, now),
  keyOf: remember(now, keysKeptMs, (hash) => findKey(store.read, hash)),
})
