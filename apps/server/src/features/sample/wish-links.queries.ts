import type { Handle } from '@heed/db'
import { and, type Column, desc, eq, sql } from 'drizzle-orm'

const holds = ({ dialect }: Handle, text: Column, words: string) =>
  dialect.holds(dialect.smallLetters(text), sql`cast(${words} as text)`)

/** The newest tickets of the sample whose first message holds these words. @param words in small letters */
export const listTicketsWith = async (handle: Handle, workspaceId: string, words: string, limit: number) => {
  const { tickets } = handle.tables
  const { id, personId, createdAt, preview } = tickets
  return handle.db
    .select({ id, personId, createdAt })
    .from(tickets)
    .where(and(eq(tickets.workspaceId, workspaceId), holds(handle, preview, words)))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit)
}

/** The newest answers of the sample with these words in their comment. @param words in small letters */
export const listCommentsWith = async (handle: Handle, workspaceId: string, words: string, limit: number) => {
  const { responses } = handle.tables
  const { id, comment, createdAt } = responses
  return handle.db
    .select({ id })
    .from(responses)
    .where(and(eq(responses.workspaceId, workspaceId), holds(handle, comment, words)))
    .orderBy(desc(createdAt), desc(id))
    .limit(limit)
}
