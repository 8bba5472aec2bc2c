import type { Handle } from '@heed/db'
import { and, asc, count, desc, eq, inArray, isNotNull, isNull, lte } from 'drizzle-orm'

export type MailRow = Handle['tables']['mails']['$inferSelect']
export type MailKind = MailRow['kind']
type Stopped = { workspaceId: string; personId: string; kind: MailKind }

/** So many rows a statement, below the number of values that both stores take in one. */
const rowsAStatement = 500

const inPieces = <T>(all: T[]): T[][] =>
  Array.from({ length: Math.ceil(all.length / rowsAStatement) }, (_, i) =>
    all.slice(i * rowsAStatement, (i + 1) * rowsAStatement),
  )

/** Adds mails, but none whose dedupe key is there. @returns how many */
export const insertMails = async ({ db, tables: { mails } }: Handle, rows: MailRow[]): Promise<number> => {
  let inserted = 0
  for (const piece of inPieces(rows))
    inserted += (await db.insert(mails).values(piece).onConflictDoNothing().returning({ id: mails.id })).length
  return inserted
}

/** Of some people those who want no mail of a kind, by id. */
export const listStopped = async (
  { db, tables: { mailStops } }: Handle,
  workspaceId: string,
  kind: MailKind,
  personIds: string[],
): Promise<Set<string>> => {
  const stopped = new Set<string>()
  for (const piece of inPieces(personIds)) {
    const rows = await db
      .select({ personId: mailStops.personId })
      .from(mailStops)
      .where(and(eq(mailStops.workspaceId, workspaceId), inArray(mailStops.personId, piece), eq(mailStops.kind, kind)))
    for (const { personId } of rows) stopped.add(personId)
  }
  return stopped
}

/** What is due in all workspaces, the longest first. It goes from workspace to workspace: the index begins with them. */
export const listDueMails = ({ db, tables: { mails, workspaces }, dialect }: Handle, at: Date, limit: number) =>
  db
    .select({
      workspaceId: mails.workspaceId,
      id: mails.id,
      attempts: mails.attempts,
      workspaceName: workspaces.name,
    })
    .from(workspaces)
    .innerJoin(mails, and(eq(mails.workspaceId, dialect.unindexed(workspaces.id)), lte(mails.dueAt, at)))
    .orderBy(asc(mails.dueAt), asc(mails.id))
    .limit(limit)
export type DueMail = Awaited<ReturnType<typeof listDueMails>>[number]

const theMail = ({ tables: { mails } }: Handle, { workspaceId, id }: Pick<MailRow, 'workspaceId' | 'id'>) =>
  and(eq(mails.workspaceId, workspaceId), eq(mails.id, id))

/**
 * Takes a due mail for one attempt, until a moment; undefined where another process was first, or it was withdrawn.
 * The count of attempts is the fence: of two who saw the same one, the second changes nothing.
 */
export const claimMail = async (
  handle: Handle,
  { attempts, ...key }: Pick<MailRow, 'workspaceId' | 'id' | 'attempts'>,
  until: Date,
): Promise<MailRow | undefined> => {
  const { mails } = handle.tables
  const claimed = await handle.db
    .update(mails)
    .set({ attempts: attempts + 1, dueAt: until })
    .where(and(theMail(handle, key), eq(mails.attempts, attempts), isNotNull(mails.dueAt)))
    .returning()
  return claimed[0]
}

/** What was said need not be kept once it is sent. */
export const markSent = async (handle: Handle, mail: MailRow, sentAt: Date) => {
  await handle.db
    .update(handle.tables.mails)
    .set({ sentAt, dueAt: null, failure: null, body: '' })
    .where(theMail(handle, mail))
}

/** Says why an attempt failed and when the next one is (null: it is given up), unless it was withdrawn meanwhile. */
export const markFailed = async (handle: Handle, mail: MailRow, failure: string, dueAt: Date | null) => {
  const { mails } = handle.tables
  await handle.db
    .update(mails)
    .set({ failure, dueAt })
    .where(and(theMail(handle, mail), eq(mails.attempts, mail.attempts), isNotNull(mails.dueAt)))
}

export const findMail = async (handle: Handle, key: Pick<MailRow, 'workspaceId' | 'id'>) =>
  (await handle.db.select().from(handle.tables.mails).where(theMail(handle, key)))[0]

export const insertStop = async ({ db, tables: { mailStops } }: Handle, stop: Stopped & { createdAt: Date }) => {
  await db.insert(mailStops).values(stop).onConflictDoNothing()
}

/** Takes back what waits for a person. It is neither sent nor failed. */
export const withdrawMails = async ({ db, tables: { mails } }: Handle, { workspaceId, personId, kind }: Stopped) => {
  await db
    .update(mails)
    .set({ dueAt: null, failure: null, body: '' })
    .where(
      and(
        eq(mails.workspaceId, workspaceId),
        eq(mails.personId, personId),
        eq(mails.kind, kind),
        isNotNull(mails.dueAt),
      ),
    )
}

export const countWaitingMails = async ({ db, tables: { mails } }: Handle, workspaceId: string): Promise<number> =>
  (
    await db
      .select({ waiting: count() })
      .from(mails)
      .where(and(eq(mails.workspaceId, workspaceId), isNotNull(mails.dueAt)))
  )[0]?.waiting ?? 0

/** What was given up, the newest first. */
export const listFailedMails = ({ db, tables: { mails } }: Handle, workspaceId: string, limit: number) =>
  db
    .select()
    .from(mails)
    .where(and(eq(mails.workspaceId, workspaceId), isNull(mails.dueAt), isNotNull(mails.failure)))
    .orderBy(desc(mails.id))
    .limit(limit)

/** Gives the mails and wishes of a person to whom they turned out to be. What one of the two stopped is stopped. */
export const moveMails = async (
  { db, tables: { mails, mailStops } }: Handle,
  workspaceId: string,
  from: string,
  to: string,
) => {
  await db
    .update(mails)
    .set({ personId: to })
    .where(and(eq(mails.workspaceId, workspaceId), eq(mails.personId, from)))
  const ofFrom = and(eq(mailStops.workspaceId, workspaceId), eq(mailStops.personId, from))
  const stops = await db.select().from(mailStops).where(ofFrom)
  if (stops.length === 0) return
  await db
    .insert(mailStops)
    .values(stops.map((stop) => ({ ...stop, personId: to })))
    .onConflictDoNothing()
  await db.delete(mailStops).where(ofFrom)
}
