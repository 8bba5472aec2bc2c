import type { Role } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { and, asc, count, eq, gt, isNotNull, isNull, lt, max, ne, or } from 'drizzle-orm'

export type MemberRow = Handle['tables']['members']['$inferSelect']
export type SessionRow = Handle['tables']['sessions']['$inferSelect']

/** One change of how a workspace's members get in at a time. */
export const lockMembers = (tx: Handle, workspaceId: string) => tx.lock(`members ${workspaceId}`)

export const insertMember = async ({ db, tables }: Handle, row: MemberRow) => {
  await db.insert(tables.members).values(row)
}

/** By address, over all workspaces: what sign-in has to go by. */
export const findMemberByEmail = async ({ db, tables: { members } }: Handle, email: string) =>
  (
    await db
      .select()
      .from(members)
      .where(and(eq(members.email, email.trim().toLowerCase()), isNull(members.removedAt)))
  )[0]

export const findMember = async ({ db, tables: { members } }: Handle, workspaceId: string, memberId: string) =>
  (
    await db
      .select()
      .from(members)
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId), isNull(members.removedAt)))
  )[0]

/** Who has not been removed, the longest there first, each with when they were last seen in any browser. */
export const listMembers = ({ db, tables: { members, sessions } }: Handle, workspaceId: string) =>
  db
    .select({ member: members, lastSeenAt: max(sessions.lastSeenAt) })
    .from(members)
    .leftJoin(sessions, and(eq(sessions.workspaceId, members.workspaceId), eq(sessions.memberId, members.id)))
    .where(and(eq(members.workspaceId, workspaceId), isNull(members.removedAt)))
    .groupBy(members.workspaceId, members.id)
    .orderBy(asc(members.createdAt), asc(members.id))

/** Owners who can sign in, but for one member. */
export const countOtherOwners = async (
  { db, tables: { members } }: Handle,
  workspaceId: string,
  memberId: string,
): Promise<number> => {
  const owners = await db
    .select({ id: members.id, passwordHash: members.passwordHash })
    .from(members)
    .where(
      and(
        eq(members.workspaceId, workspaceId),
        eq(members.role, 'owner'),
        ne(members.id, memberId),
        isNull(members.removedAt),
      ),
    )
  return owners.filter(({ passwordHash }) => passwordHash !== null).length
}

type Change = { name?: string; role?: Role; passwordHash?: string | null; email?: string; removedAt?: Date }

/** Changes what is given of a member. */
export const changeMemberRow = async (
  { db, tables: { members } }: Handle,
  workspaceId: string,
  memberId: string,
  change: Change,
) => {
  await db
    .update(members)
    .set(change)
    .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)))
}

export const insertSession = async ({ db, tables }: Handle, row: SessionRow) => {
  await db.insert(tables.sessions).values(row)
}

/** The session of a cookie, with its member and workspace. */
export const findSession = async ({ db, tables: { sessions, members, workspaces } }: Handle, hash: string) =>
  (
    await db
      .select({ session: sessions, member: members, workspace: workspaces })
      .from(sessions)
      .innerJoin(members, and(eq(members.workspaceId, sessions.workspaceId), eq(members.id, sessions.memberId)))
      .innerJoin(workspaces, eq(workspaces.id, sessions.workspaceId))
      .where(and(eq(sessions.hash, hash), isNull(members.removedAt)))
  )[0]

export const countSessions = async (
  { db, tables: { sessions } }: Handle,
  workspaceId: string,
  memberId: string,
): Promise<number> => {
  const [row] = await db
    .select({ sessions: count() })
    .from(sessions)
    .where(and(eq(sessions.workspaceId, workspaceId), eq(sessions.memberId, memberId)))
  return row?.sessions ?? 0
}

export const markSessionSeen = async ({ db, tables: { sessions } }: Handle, hash: string, at: Date) => {
  await db.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.hash, hash))
}

export const deleteSession = async ({ db, tables: { sessions } }: Handle, hash: string) => {
  await db.delete(sessions).where(eq(sessions.hash, hash))
}

/** Those of a member that have ended by themselves: begun, or seen last, before these moments. */
export const deleteEndedSessions = async (
  { db, tables: { sessions } }: Handle,
  workspaceId: string,
  memberId: string,
  before: { begun: Date; seen: Date },
) => {
  await db
    .delete(sessions)
    .where(
      and(
        eq(sessions.workspaceId, workspaceId),
        eq(sessions.memberId, memberId),
        or(lt(sessions.createdAt, before.begun), lt(sessions.lastSeenAt, before.seen)),
      ),
    )
}

/** All of a member's, but for the one to keep. */
export const deleteSessions = async (
  { db, tables: { sessions } }: Handle,
  workspaceId: string,
  memberId: string,
  keptHash?: string,
) => {
  await db
    .delete(sessions)
    .where(
      and(
        eq(sessions.workspaceId, workspaceId),
        eq(sessions.memberId, memberId),
        keptHash === undefined ? undefined : ne(sessions.hash, keptHash),
      ),
    )
}

export const insertSignInLink = async (
  { db, tables }: Handle,
  row: Handle['tables']['signInLinks']['$inferSelect'],
) => {
  await db.insert(tables.signInLinks).values(row)
}

/** Marks a link used, if it still was good. One statement, so that it can be used once only. */
export const spendSignInLink = async ({ db, tables: { signInLinks } }: Handle, hash: string, at: Date) =>
  (
    await db
      .update(signInLinks)
      .set({ usedAt: at })
      .where(and(eq(signInLinks.hash, hash), isNull(signInLinks.usedAt), gt(signInLinks.expiresAt, at)))
      .returning()
  )[0]

/** Every link of a workspace that lets nobody in any more. */
export const deleteSpentSignInLinks = async (
  { db, tables: { signInLinks } }: Handle,
  workspaceId: string,
  now: Date,
) => {
  await db
    .delete(signInLinks)
    .where(
      and(eq(signInLinks.workspaceId, workspaceId), or(isNotNull(signInLinks.usedAt), lt(signInLinks.expiresAt, now))),
    )
}

/** Every link of a member, used or not. */
export const deleteSignInLinks = async (
  { db, tables: { signInLinks } }: Handle,
  workspaceId: string,
  memberId: string,
) => {
  await db.delete(signInLinks).where(and(eq(signInLinks.workspaceId, workspaceId), eq(signInLinks.memberId, memberId)))
}
