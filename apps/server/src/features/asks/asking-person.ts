import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { findVisitor } from '../people/people.queries.ts'
import { lockVisitor, recordPersonIn, type Visitor, visitingCustomer } from '../people/record-person.ts'
import { listPeopleOfUser } from './asks.queries.ts'

/** Who asks through a browser: all that is known of them, in every browser. */
export type AskingPerson = {
  userId: string | null
  /** Rows of the person: this browser's, and those of the user, known and claimed. None of a stranger. */
  ids: string[]
  /** The row that segments and bases count; null of a stranger. */
  countedId: string | null
}

/**
 * Finds the person behind a browser, and keeps other browsers of theirs waiting until the write ends. The user whom a
 * browser names counts while it is bound to none, and where anybody may claim to be somebody.
 */
export async function findAskingPerson(
  tx: Handle,
  { workspaceId, hash }: Visitor,
  claimed: string | undefined,
): Promise<AskingPerson> {
  // In the order of recordPersonIn: browser, user.
  await lockVisitor(tx, workspaceId, hash)
  const visiting = (await findVisitor(tx, workspaceId, hash))?.person
  const userId = visiting?.userId ?? claimed ?? null
  if (userId === null) return { userId, ids: visiting ? [visiting.id] : [], countedId: visiting?.id ?? null }

  await tx.lock(`user ${workspaceId} ${userId}`)
  const rows = await listPeopleOfUser(tx, workspaceId, userId)
  const counted = rows.find(({ trust }) => trust === 'verified') ?? rows[0]
  return {
    userId,
    ids: [...new Set([...rows.map(({ id }) => id), ...(visiting ? [visiting.id] : [])])],
    countedId: counted?.id ?? visiting?.id ?? null,
  }
}

/** Makes whoever was a stranger so far known, and binds the browser to the user it names. @returns the row that counts */
export async function admitPerson(
  tx: Handle,
  deps: Deps,
  visitor: Visitor,
  { userId, countedId }: AskingPerson,
): Promise<string> {
  const { workspaceId, hash: visitorHash } = visitor
  const { person } = await visitingCustomer(tx, deps, visitor)
  if (person.userId !== null || userId === null) return countedId ?? person.id
  const bound = await recordPersonIn(tx, deps, { workspaceId, source: 'browser', visitorHash }, { userId })
  return bound.person.verifiedId ?? bound.person.id
}
