import type { Handle } from '@heed/db'
import { and, desc, eq, getTableColumns, inArray } from 'drizzle-orm'

export type IdeaLinkRow = Handle['tables']['ideaLinks']['$inferSelect']
type Target = Pick<IdeaLinkRow, 'workspaceId' | 'kind' | 'targetId'>

/** Links once; again is the same link. */
export const insertLink = async ({ db, tables }: Handle, row: IdeaLinkRow) => {
  await db.insert(tables.ideaLinks).values(row).onConflictDoNothing()
}

const atTarget = ({ tables: { ideaLinks } }: Handle, { workspaceId, kind, targetId }: Target) =>
  and(eq(ideaLinks.workspaceId, workspaceId), eq(ideaLinks.kind, kind), eq(ideaLinks.targetId, targetId))

export const deleteLink = async (handle: Handle, target: Target, ideaIds: string[]) => {
  const { ideaLinks } = handle.tables
  await handle.db.delete(ideaLinks).where(and(atTarget(handle, target), inArray(ideaLinks.ideaId, ideaIds)))
}

export const deleteLinks = async ({ db, tables: { ideaLinks } }: Handle, workspaceId: string, ideaIds: string[]) => {
  await db.delete(ideaLinks).where(and(eq(ideaLinks.workspaceId, workspaceId), inArray(ideaLinks.ideaId, ideaIds)))
}

/** Ideas that a ticket or an answer is linked to. */
export const listLinksOf = async (handle: Handle, target: Target) => {
  const { ideaLinks } = handle.tables
  return handle.db.select().from(ideaLinks).where(atTarget(handle, target)).orderBy(ideaLinks.createdAt)
}

const mostLinks = 100

const ofIdeas = ({ tables: { ideaLinks } }: Handle, workspaceId: string, kind: Target['kind'], ideaIds: string[]) =>
  and(eq(ideaLinks.workspaceId, workspaceId), eq(ideaLinks.kind, kind), inArray(ideaLinks.ideaId, ideaIds))

/** Tickets that some ideas are linked to, newest first. */
export const listLinkedTickets = async (handle: Handle, workspaceId: string, ideaIds: string[]) => {
  const { ideaLinks, tickets, people } = handle.tables
  return handle.db
    .select({ ticket: getTableColumns(tickets), person: getTableColumns(people) })
    .from(ideaLinks)
    .innerJoin(tickets, and(eq(tickets.workspaceId, ideaLinks.workspaceId), eq(tickets.id, ideaLinks.targetId)))
    .innerJoin(people, and(eq(people.workspaceId, tickets.workspaceId), eq(people.id, tickets.personId)))
    .where(ofIdeas(handle, workspaceId, 'ticket', ideaIds))
    .orderBy(desc(tickets.createdAt), desc(tickets.id))
    .limit(mostLinks)
}

/** Answers of surveys that some ideas are linked to, newest first. */
export const listLinkedResponses = async (handle: Handle, workspaceId: string, ideaIds: string[]) => {
  const { ideaLinks, responses, people } = handle.tables
  return handle.db
    .select({ response: getTableColumns(responses), person: getTableColumns(people) })
    .from(ideaLinks)
    .innerJoin(responses, and(eq(responses.workspaceId, ideaLinks.workspaceId), eq(responses.id, ideaLinks.targetId)))
    .innerJoin(people, and(eq(people.workspaceId, responses.workspaceId), eq(people.id, responses.personId)))
    .where(ofIdeas(handle, workspaceId, 'response', ideaIds))
    .orderBy(desc(responses.createdAt), desc(responses.id))
    .limit(mostLinks)
}
