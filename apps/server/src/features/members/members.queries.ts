import type { Handle } from '@heed/db'
import { and, eq, gt, isNull } from 'drizzle-orm'

export type MemberRow = Handle['tables']['members']['$inferSelect']
export type SessionRow = Handle['tables']['sessions']['$inferSelect']

export const insertMember = async ({ db, tables }: Handle, row: MemberRow) => {
  await db.insert(tables.members).values(row)
}

/** By address, over all workspaces: what sign-in has to go by. */
export const findMemberByEmail = async ({ db, tables: { members } }: Handle, email: string) =>
  (await db.select().from(members).where(eq(members.email, email.trim().toLowerCase())))[0]

export const findMember = async ({ db, tables: { members } }: Handle, workspaceId: string, memberId: string) =>
  (
    await db
      .select()
      .from(members)
      .where(and(eq(members.workspaceId, workspaceId), eq(members.id, memberId)))
  )[0]

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
      .where(eq(sessions.hash, hash))
  )[0]

export const markSessionSeen = async ({ db, tables: { sessions } }: Handle, hash: string, at: Date) => {
  await db.update(sessions).set({ lastSeenAt: at }).where(eq(sessions.hash, hash))
}

export const deleteSession = async ({ db, tables: { sessions } }: Handle, hash: string) => {
  await db.delete(sessions).where(eq(sessions.hash, hash))
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
