import type { AsOf, Segment } from '@heed/contracts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'

/** How a query knows whose data it reads, what counts as a value, and when it is. */
export type Scope = {
  workspaceId: string
  /** The reporting currency. */
  currency: string
  /** Whether values count that only a browser claims. */
  unverifiedValues: 'ignore' | 'use'
  now: Date
  /** Rows of the one person who is asked about, so that what others did is not read. Left out: everybody. */
  only?: readonly string[]
}

export const scopeOf = ({ id, currency, unverifiedValues }: WorkspaceRow, now: Date): Scope => ({
  workspaceId: id,
  currency,
  unverifiedValues: unverifiedValues ?? 'ignore',
  now,
})

/** Whose answers, tickets and votes to look at; saved segments have been put in. */
export type Filter = { segment: Segment; asOf: AsOf }

export const everyone: Filter = { segment: { all: [] }, asOf: 'answer' }
