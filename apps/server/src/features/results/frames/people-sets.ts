import type { Segment } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, count, eq, isNotNull, isNull } from 'drizzle-orm'
import { spread } from '../../segments/held-rows.ts'
import { personIn } from '../../segments/people-alone-sql.ts'
import type { Scope } from '../../segments/scope.ts'
import { hashSet } from './hash-set.ts'
import { hashesIn, idHash } from './id-hash.ts'
import type { Column } from './packed-column.ts'

/** People, to be asked for by the hashes of their ids. */
export type PeopleSet = {
  /** A 1 for each row of a column of people who is one of them; among others alone, which it is written to. */
  rowsIn(people: Column, among: Uint8Array | null): Uint8Array
}

/** Whom `speakerIn` would find in a segment: known users, and whoever claims in a browser to be one of them. */
export async function readPeopleSet(handle: Handle, scope: Scope, segment: Segment): Promise<PeopleSet> {
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
  for (const hash of hashesIn(known?.ids ?? '')) found.add(hash)
  for (const { id, verifiedId } of claims) if (verifiedId && found.has(idHash(verifiedId))) found.add(idHash(id))
  return {
    rowsIn: ({ values, codes }, among) => {
      const verdicts = new Uint8Array(values.length)
      for (let code = 0; code < values.length; code++) verdicts[code] = found.has(values[code] as number) ? 1 : 0
      return spread(codes, verdicts, codes.length, among)
    },
  }
}
