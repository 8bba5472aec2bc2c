import type { IdKind } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import type { Store } from '@heed/db'
import { createSuggesters, type Suggesters } from './features/articles/suggesters.ts'
import { createWaveMemory, type WaveMemory } from './features/asks/wave-counts.ts'
import { type CountsOf, countsWithFrames } from './features/results/frames/frames.ts'
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
  /** Counts what surveys were answered. */
  countsOf: CountsOf
  /** What waves with a target have heard, for asks. */
  waveMemory: WaveMemory
}

/** @param frameBytes memory that packed answers may take; left out: as much as is usual */
export const createDeps = (store: Store, now: () => Date, frameBytes?: number): Deps => ({
  store,
  now,
  newId: (kind) => newId(kind, now().getTime()),
  suggesters: createSuggesters(store, now),
  keyOf: remember(now, keysKeptMs, (hash) => findKey(store.read, hash)),
  countsOf: countsWithFrames(store, frameBytes),
  waveMemory: createWaveMemory(),
})
