import type { FatigueRule, HelpSettings, WorkspacePatch } from '@heed/contracts'
import { type Handle, prepared } from '@heed/db'
import { eq, sql } from 'drizzle-orm'

export type WorkspaceRow = Handle['tables']['workspaces']['$inferSelect']

export const insertWorkspace = async ({ db, tables }: Handle, row: WorkspaceRow) => {
  await db.insert(tables.workspaces).values(row)
}

/** One workspace, whichever it is, or one that is (not) the sample. A question of the whole server, so it names none. */
export const findAnyWorkspace = async (
  { db, tables: { workspaces } }: Handle,
  { sample }: { sample?: boolean } = {},
): Promise<WorkspaceRow | undefined> =>
  (
    await db
      .select()
      .from(workspaces)
      .where(sample === undefined ? undefined : eq(workspaces.sample, sample))
      .limit(1)
  )[0]

const listById = prepared(({ db, tables: { workspaces } }, { workspaceId }: { workspaceId: string }) =>
  db.select().from(workspaces).where(eq(workspaces.id, workspaceId)),
)

/** A workspace that is there. @throws Error when it is not: its id came from a key or a session */
export const getWorkspace = async (handle: Handle, workspaceId: string) => {
  const [row] = await listById(handle, { workspaceId })
  if (!row) throw new Error(`workspace ${workspaceId} has gone`)
  return row
}

/** Sets the rule over all surveys. */
export const setFatigue = async ({ db, tables: { workspaces } }: Handle, workspaceId: string, fatigue: FatigueRule) => {
  await db.update(workspaces).set({ fatigue }).where(eq(workspaces.id, workspaceId))
}

/** Sets the most that one account may weigh in the balanced score of ideas. */
export const setIdeaAccountShare = async (
  { db, tables: { workspaces } }: Handle,
  workspaceId: string,
  ideaAccountShare: number,
) => {
  await db.update(workspaces).set({ ideaAccountShare }).where(eq(workspaces.id, workspaceId))
}

/** Sets what is suggested, and to whom. */
export const setHelp = async ({ db, tables: { workspaces } }: Handle, workspaceId: string, help: HelpSettings) => {
  await db.update(workspaces).set({ help }).where(eq(workspaces.id, workspaceId))
}

/** Changes what is given of a workspace. */
export const changeWorkspaceRow = async (
  { db, tables: { workspaces } }: Handle,
  workspaceId: string,
  changed: WorkspacePatch,
) => {
  const given = Object.fromEntries(Object.entries(changed).filter(([, value]) => value !== undefined))
  if (Object.keys(given).length === 0) return
  await db.update(workspaces).set(given).where(eq(workspaces.id, workspaceId))
}

/** Whether an account or a rate is stored: what was said has spend by these alone, and keeps it. */
export const holdsMoney = async (
  { db, tables: { rates, accounts } }: Handle,
  workspaceId: string,
): Promise<boolean> => {
  const rated = await db.select({ day: rates.day }).from(rates).where(eq(rates.workspaceId, workspaceId)).limit(1)
  if (rated.length > 0) return true
  const paying = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(eq(accounts.workspaceId, workspaceId))
    .limit(1)
  return paying.length > 0
}

const countTicket = prepared(({ db, tables: { workspaces } }, { workspaceId }: { workspaceId: string }) =>
  db
    .update(workspaces)
    .set({ ticketCount: sql`${workspaces.ticketCount} + 1` })
    .where(eq(workspaces.id, workspaceId))
    .returning({ number: workspaces.ticketCount }),
)

/** Takes the next ticket number. The row lock makes two tickets at once take two numbers. */
export const takeTicketNumber = async (handle: Handle, workspaceId: string) => {
  const [row] = await countTicket(handle, { workspaceId })
  if (!row) throw new Error(`workspace ${workspaceId} has gone`)
  return row.number
}

/** Removes a workspace with everything in it. */
export const removeWorkspace = async ({ db, tables }: Handle, workspaceId: string) => {
  for (const table of Object.values(tables)) {
    if ('workspaceId' in table) await db.delete(table).where(eq(table.workspaceId, workspaceId))
  }
  await db.delete(tables.workspaces).where(eq(tables.workspaces.id, workspaceId))
}
