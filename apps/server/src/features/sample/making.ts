import type { IdKind } from '@heed/contracts'
import { newId } from '@heed/contracts/new-id'
import type { Deps } from '../../deps.ts'
import { hashToken } from '../../http/tokens.ts'
import type { SamplePerson } from './customers.ts'
import type { Random } from './random.ts'

export const dayMs = 86_400_000
export const minuteMs = 60_000

/** What everything in the sample is made with. */
export type Making = { deps: Deps; workspaceId: string; random: Random; now: Date }

/** The same actions, at another time. */
export const depsAt = ({ deps }: Making, at: Date): Deps => ({
  ...deps,
  now: () => at,
  newId: (kind: IdKind) => newId(kind, at.getTime()),
})

/** The browser of a sample person. */
export const visitorOf = ({ workspaceId }: Making, person: SamplePerson) => ({
  workspaceId,
  hash: hashToken(`sample ${person.claim.userId}`),
})
