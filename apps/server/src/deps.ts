import type { IdKind } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import type { Store } from '@heed/db'
import { createFaults, type Faults } from './faults.ts'
import { createWaveMemory, type WaveMemory } from './features/asks/wave-counts.ts'
import type { CustomersOf } from './features/people/customers.ts'
import { customersWithMemory } from './features/people/packed/customers-in-memory.ts'
import { type CountsOf, countsWithFrames } from './features/results/frames/frames.ts'
import { createSuggesters, type Suggesters } from './features/suggestions/suggesters.ts'
import { createWaits, type Waits } from './features/tickets/waits.ts'
import { findKey } from './features/workspaces/keys.queries.ts'
import { createMail, type Mail } from './mail/mail.ts'
import { type Remembered, remember } from './remember.ts'

const keysKeptMs = 5_000

/** What actions need; built once in server.ts, or by a test with a clock of its own. */
export type Deps = {
  store: Store
  now: () => Date
  newId: (kind: IdKind) => string
  suggesters: Suggesters
  /** A key that is not revoked, by its hash, with its workspace; kept for five seconds. */
  keyOf: Remembered<NonNullable<Awaited<ReturnType<typeof findKey>>>>
  /** Asks of all customers as they are now. */
  customersOf: CustomersOf
  /** Counts what surveys were answered. */
  countsOf: CountsOf
  /** What waves with a target have heard, for asks. */
  waveMemory: WaveMemory
  /** Browsers that wait for replies. */
  waits: Waits
  /** Whether mail goes out, and a way to wake whoever sends it. */
  mail: Mail
  /** Where to tell of what failed and is no problem of a request. */
  faults: Faults
}

/** Bytes of memory that packed answers, people and engines may take; left out: as much as is usual. */
type Memory = { frameBytes?: number; peopleBytes?: number; engineBytes?: number }

/** @param mail left out: there is none */
export const createDeps = (
  store: Store,
  now: () => Date,
  { frameBytes, peopleBytes, engineBytes }: Memory = {},
  mail: Mail = createMail(),
): Deps => {
  const faults = createFaults()
  const customersOf = customersWithMemory(store, peopleBytes === undefined ? {} : { mostBytes: peopleBytes }, (error) =>
    faults.tell(error, 'people were not read into memory'),
  )
  return {
    store,
    now,
    newId: (kind) => newId(kind, now().getTime()),
    suggesters: createSuggesters(store, now, {
      mostBytes: engineBytes,
      onError: (error) => faults.tell(error, 'a suggestion engine was not made anew'),
    }),
    keyOf: remember(now, keysKeptMs, (hash) => findKey(store.read, hash)),
    customersOf,
    countsOf: countsWithFrames(store, customersOf, frameBytes),
    waveMemory: createWaveMemory(),
    waits: createWaits(store, now),
    mail,
    faults,
  }
}
