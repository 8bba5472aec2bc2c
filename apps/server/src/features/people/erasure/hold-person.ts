import { isDeepStrictEqual } from 'node:util'
import type { Handle } from '@heed/db'
import { lockVotes } from '../../ideas/votes.queries.ts'
import { lockPerson, lockVisitor } from '../record-person.ts'
import { listNamesOf } from './erasure.queries.ts'
import type { Person } from './own-rows.ts'

/** The rows of one person, by Heed's own ids. */
export type ListRows = (handle: Handle) => Promise<string[]>

/**
 * Keeps all writes waiting that could add to a person, in the order in which these take their locks: browsers, user,
 * account, person, votes.
 * @returns undefined where rows or browsers came or went before all were held
 */
export async function holdPerson(tx: Handle, workspaceId: string, listRows: ListRows): Promise<Person | undefined> {
  const read = async () => {
    const person = { workspaceId, personIds: (await listRows(tx)).sort() }
    return { person, ...(await listNamesOf(tx, person)) }
  }
  const seen = await read()
  for (const hash of seen.hashes) await lockVisitor(tx, workspaceId, hash)
  for (const userId of seen.userIds) await tx.lock(`user ${workspaceId} ${userId}`)
  // One that pays without a company is an account by the same id.
  for (const userId of seen.userIds) await tx.lock(`account ${workspaceId} ${userId}`)
  for (const id of seen.person.personIds) await lockPerson(tx, workspaceId, id)
  await lockVotes(tx, workspaceId)
  const held = await read()
  return isDeepStrictEqual(held, seen) ? held.person : undefined
}
