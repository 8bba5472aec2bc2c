import type { Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, eq } from 'drizzle-orm'
import { readSegment } from '../../http/segment-query.ts'
import { holdsStranger } from '../asks/audience.ts'
import { findVisitor } from '../people/people.queries.ts'
import type { Scope } from '../segments/scope.ts'
import { customerIn } from '../segments/segment-sql.ts'

/**
 * Those of the audiences that hold the person behind a browser, as of now. One that cannot be read (any more) holds
 * nobody; somebody who only claims to be a known user is judged as that user, as everywhere.
 * @param visitorHash undefined: a stranger
 */
export async function audiencesHolding(
  handle: Handle,
  scope: Scope,
  audiences: string[],
  visitorHash: string | undefined,
): Promise<Set<string>> {
  const holding = new Set<string>()
  if (audiences.length === 0) return holding
  const person = visitorHash ? (await findVisitor(handle, scope.workspaceId, visitorHash))?.person : undefined
  for (const text of new Set(audiences)) {
    const { segment, messages } = await readSegment(handle, scope.workspaceId, text)
    if (messages.length > 0) continue
    const isIn = person
      ? await holdsPerson(handle, scope, segment, person.verifiedId ?? person.id)
      : holdsStranger({ segment, firstSeenDays: {} }, scope.now)
    if (isIn) holding.add(text)
  }
  return holding
}

const holdsPerson = async (handle: Handle, scope: Scope, segment: Segment, personId: string): Promise<boolean> => {
  const { people, accounts } = handle.tables
  const found = await handle.db
    .select({ id: people.id })
    .from(people)
    .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
    .where(and(eq(people.workspaceId, scope.workspaceId), eq(people.id, personId), customerIn(segment, handle, scope)))
  return found.length > 0
}

/** Whether that person may read an article: one without an audience is for everyone. */
export const mayRead = async (
  handle: Handle,
  scope: Scope,
  { audience }: { audience: string | null },
  visitorHash: string | undefined,
): Promise<boolean> =>
  audience === null || (await audiencesHolding(handle, scope, [audience], visitorHash)).has(audience)
