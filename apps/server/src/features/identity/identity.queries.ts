import type { IdentitySettings } from '@heed/contracts'
import { type Handle, prepared } from '@heed/db'
import { and, asc, count, eq, gte, isNotNull, isNull, lt, notLike, or, sql } from 'drizzle-orm'
import { hostVisitor } from '../people/people.queries.ts'

export type SigningKeyRow = Handle['tables']['signingKeys']['$inferSelect']

/** A signing key of the workspace that is not revoked. */
export const findSigningKey = async ({ db, tables: { signingKeys } }: Handle, workspaceId: string, keyId: string) =>
  (
    await db
      .select()
      .from(signingKeys)
      .where(and(eq(signingKeys.workspaceId, workspaceId), eq(signingKeys.id, keyId), isNull(signingKeys.revokedAt)))
  )[0]

/** All signing keys that are not revoked, oldest first. */
export const listSigningKeys = async ({ db, tables: { signingKeys } }: Handle, workspaceId: string) =>
  db
    .select()
    .from(signingKeys)
    .where(and(eq(signingKeys.workspaceId, workspaceId), isNull(signingKeys.revokedAt)))
    .orderBy(asc(signingKeys.createdAt), asc(signingKeys.id))

export const insertSigningKey = async ({ db, tables: { signingKeys } }: Handle, row: SigningKeyRow) => {
  await db.insert(signingKeys).values(row)
}

/** @returns whether there was such a key to revoke */
export const markKeyRevoked = async (
  { db, tables: { signingKeys } }: Handle,
  workspaceId: string,
  keyId: string,
  at: Date,
) => {
  const revoked = await db
    .update(signingKeys)
    .set({ revokedAt: at })
    .where(and(eq(signingKeys.workspaceId, workspaceId), eq(signingKeys.id, keyId), isNull(signingKeys.revokedAt)))
    .returning({ id: signingKeys.id })
  return revoked.length > 0
}

/** Notes the hour in which a key was used last; writes nothing within the same one. */
export const markKeyUsed = async (
  { db, tables: { signingKeys } }: Handle,
  { workspaceId, id }: Pick<SigningKeyRow, 'workspaceId' | 'id'>,
  hour: Date,
) => {
  await db
    .update(signingKeys)
    .set({ lastUsedAt: hour })
    .where(
      and(
        eq(signingKeys.workspaceId, workspaceId),
        eq(signingKeys.id, id),
        or(isNull(signingKeys.lastUsedAt), lt(signingKeys.lastUsedAt, hour)),
      ),
    )
}

/** Sets what the workspace believes; what is left out stays. */
export const setIdentityFlags = async (
  { db, tables: { workspaces } }: Handle,
  workspaceId: string,
  flags: { identityEnforced?: boolean; unverifiedValues?: 'ignore' | 'use' },
) => {
  if (Object.keys(flags).length === 0) return
  await db.update(workspaces).set(flags).where(eq(workspaces.id, workspaceId))
}

const listBindings = prepared(
  ({ db, tables: { visitors, people } }, { workspaceId, hash }: { workspaceId: string; hash: string }) =>
    db
      .select({
        personId: visitors.personId,
        trust: people.trust,
        signedUntil: visitors.signedUntil,
        lastSeenAt: visitors.lastSeenAt,
      })
      .from(visitors)
      .innerJoin(people, and(eq(people.workspaceId, visitors.workspaceId), eq(people.id, visitors.personId)))
      .where(and(eq(visitors.workspaceId, workspaceId), eq(visitors.hash, hash))),
)

/** For whom a browser speaks, and until when that is vouched for. */
export const findBinding = async (handle: Handle, workspaceId: string, visitorHash: string) =>
  (await listBindings(handle, { workspaceId, hash: visitorHash }))[0]

/** Notes when a browser, and the person it speaks for, were seen last. */
export const markVisitorSeen = async (
  { db, tables: { visitors, people } }: Handle,
  workspaceId: string,
  { visitorHash, personId }: { visitorHash: string; personId: string },
  at: Date,
) => {
  await db
    .update(visitors)
    .set({ lastSeenAt: at })
    .where(and(eq(visitors.workspaceId, workspaceId), eq(visitors.hash, visitorHash)))
  await db
    .update(people)
    .set({ lastSeenAt: at })
    .where(and(eq(people.workspaceId, workspaceId), eq(people.id, personId)))
}

/** Visitors seen since a moment: signed, naming a user unsigned, and nameless. */
export const countSeen = async (
  { db, tables: { visitors, people } }: Handle,
  workspaceId: string,
  since: Date,
): Promise<Omit<IdentitySettings['seen'], 'days'>> => {
  const how = sql<'signed' | 'unsigned' | 'anonymous'>`case when ${isNotNull(visitors.signedUntil)} then 'signed'
    when ${isNotNull(people.userId)} then 'unsigned' else 'anonymous' end`
  const rows = await db
    .select({ how, visitors: count() })
    .from(visitors)
    .innerJoin(people, and(eq(people.workspaceId, visitors.workspaceId), eq(people.id, visitors.personId)))
    .where(
      and(
        eq(visitors.workspaceId, workspaceId),
        gte(visitors.lastSeenAt, since),
        notLike(visitors.hash, `${hostVisitor}%`), // no browser, which is all that could be signed
      ),
    )
    .groupBy(sql`1`)
  const counted = (name: string) => rows.find((row) => row.how === name)?.visitors ?? 0
  return { signed: counted('signed'), unsigned: counted('unsigned'), anonymous: counted('anonymous') }
}
