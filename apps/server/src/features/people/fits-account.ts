import type { Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { SQL } from 'drizzle-orm'
import type { Scope } from '../segments/scope.ts'
import { accountIn, isOfAccount } from '../segments/segment-sql.ts'

/**
 * What a segment asks of the account of whoever is in it, over accounts alone, so that a store can look through accounts,
 * which are few beside people, before it looks at theirs. Nothing where an account may be of any kind, or missing.
 */
export const fitsAccount = ({ all }: Segment, handle: Handle, scope: Scope): SQL | undefined => {
  const ofAccount = all.filter((node) => 'field' in node && isOfAccount(node))
  return ofAccount.length === 0 ? undefined : accountIn({ all: ofAccount }, handle, scope)
}
