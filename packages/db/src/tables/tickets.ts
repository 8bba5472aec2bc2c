import { attachmentTypes, type TicketContext } from '@heed/contracts'
import { sql } from 'drizzle-orm'
import type { Columns } from '../columns.postgres.ts'
import { snapshotColumns } from './snapshot-columns.ts'

/** Requests for help, their threads, and the areas they are about. */
export const ticketTables = (c: Columns) => ({
  tickets: c.table(
    'tickets',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      /** Counts up within the workspace: what people say aloud. */
      number: c.int().notNull(),
      state: c.oneOf(['open', 'closed']).notNull(),
      personId: c.text().notNull(),
      accountId: c.text(),
      /** The browser that filed it: only that one may read it back. */
      visitorHash: c.text(),
      preview: c.text().notNull(),
      areaId: c.text(),
      assigneeId: c.text(),
      context: c.json<TicketContext & { browser: string | null; system: string | null }>().notNull(),
      articlesOffered: c.json<string[]>().notNull(),
      articlesRead: c.json<string[]>().notNull(),
      /** Of which it was the end; null: of a widget that did not say. */
      requestId: c.text(),
      /** The article that a member closed it with. */
      solvedByArticleId: c.text(),
      ...snapshotColumns(c),
      createdAt: c.at().notNull(),
      lastMessageAt: c.at().notNull(),
      awaitingReply: c.flag().notNull(),
      /** When the person last looked at the thread; a later reply of a member is unread. */
      personReadAt: c.at(),
      /** From creation to the first member reply. */
      firstResponseMs: c.bigInt(),
      closedAt: c.at(),
      changeMark: c.changeMark(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.uniqueIndex('tickets_by_number').on(t.workspaceId, t.number),
      c.index('tickets_by_age').on(t.workspaceId, t.state, t.lastMessageAt, t.id),
      // Of the few that wait for a member, however many there are.
      c.index('tickets_by_wait').on(t.workspaceId, t.lastMessageAt, t.id).where(sql`awaiting_reply`),
      c.index('tickets_by_creation').on(t.workspaceId, t.createdAt, t.id),
      c.index('tickets_by_person').on(t.workspaceId, t.personId),
      c.index('tickets_by_visitor').on(t.workspaceId, t.visitorHash),
      c.index('tickets_by_closure').on(t.workspaceId, t.closedAt),
      c.changeIndex('tickets_by_change', t.workspaceId, t.changeMark),
    ],
  ),

  messages: c.table(
    'messages',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      ticketId: c.text().notNull(),
      /** Null: the person wrote it. */
      memberId: c.text(),
      note: c.flag().notNull(),
      body: c.text().notNull(),
      createdAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.index('messages_by_ticket').on(t.workspaceId, t.ticketId, t.createdAt),
    ],
  ),

  /** Files that came with a message of the person. */
  attachments: c.table(
    'attachments',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      ticketId: c.text().notNull(),
      messageId: c.text().notNull(),
      name: c.text().notNull(),
      /** Media type as read from the bytes, not as claimed. */
      type: c.oneOf(attachmentTypes).notNull(),
      sizeBytes: c.int().notNull(),
      bytes: c.bytes().notNull(),
      createdAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.index('attachments_by_ticket').on(t.workspaceId, t.ticketId, t.createdAt),
    ],
  ),

  areas: c.table(
    'areas',
    { workspaceId: c.text().notNull(), id: c.text().notNull(), name: c.text().notNull() },
    (t) => [c.primaryKey({ columns: [t.workspaceId, t.id] }), c.uniqueIndex('areas_by_name').on(t.workspaceId, t.name)],
  ),
})
