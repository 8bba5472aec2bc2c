import type { IdKind } from '@heed/contracts'
import type { Store } from '@heed/db'
import type { Suggesters } from './features/articles/suggesters.ts'

/** What actions need; built once in server.ts, or by a test with a clock of its own. */
export type Deps = {
  store: Store
  now: () => Date
  newId: (kind: IdKind) => string
  suggesters: Suggesters
}
