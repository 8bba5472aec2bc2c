import type { Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { personIn } from '../../segments/people-alone-sql.ts'
import type { Filter, Scope } from '../../segments/scope.ts'
import { type HashSet, hashSet } from './hash-set.ts'
import { idHash } from './id-hash.ts'
import { askedOfPeople, type PeopleSets } from './rows-in.ts'

/** Who meets what a filter asks of people as they are now, by the hash of their ids; each asked once. */
export async function readPeopleSets(handle: Handle, scope: Scope, filter: Filter): Promise<PeopleSets> {
  const sets: PeopleSets = new Map()
  for (const asked of askedOfPeople(filter)) {
    if (sets.has(asked)) continue
    sets.set(asked, await readPeople(handle, scope, 'segment' in asked ? asked.segment : { all: [asked] }))
  }
  return sets
}

/** Whom `speakerIn` would find in a segment: known users, and whoever claims in a browser to be one of them. */
async function readPeople(handle: Handle, scope: Scope, segment: Segment): Promise<HashSet> {
  const { db, dialect, tables } = handle
  const { people } = tables
  const ofWorkspace = eq(people.workspaceId, scope.workspaceId)
  // Ids in one text: to fetch as many rows takes five times as long.
  const [known] = await db
    .select({ ids: dialect.inOneText(people.id), count: count() })
    .from(people)
    .where(and(ofWorkspace, isNull(people.verifiedId), personIn(segment, handle, scope)))
  const claims = await db
    .select({ id: people.id, verifiedId: people.verifiedId })
    .from(people)
    .where(and(ofWorkspace, isNotNull(people.verifiedId)))
  const found = hashSet((known?.count ?? 0) + claims.length)
  const ids = known?.ids ?? ''
  for (let from = 0; from < ids.length; ) {
    const space = ids.indexOf(' ', from)
    const end = space < 0 ? ids.length : space
    found.add(idHash(ids, from, end))
    from = end + 1
  }
  for (const { id, verifiedId } of claims) if (verifiedId && found.has(idHash(verifiedId))) found.add(idHash(id))
  return found
}
