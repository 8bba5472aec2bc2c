import type { Columns } from '../columns.postgres.ts'
import { snapshotColumns } from './snapshot-columns.ts'

/** Feature wishes, and the people who support them. */
export const ideaTables = (c: Columns) => ({
  ideas: c.table(
    'ideas',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      title: c.text().notNull(),
      body: c.text(),
      state: c.oneOf(['open', 'planned', 'in_progress', 'shipped', 'closed']).notNull(),
      areaId: c.text(),
      /** Who had it; null: a member wrote it down. */
      personId: c.text(),
      /** The browser that filed it: only that one may send it again. Null: a member wrote it down. */
      visitorHash: c.text(),
      locale: c.text(),
      /** The idea that it is the same as: its votes lie there, and it is shown no more. */
      mergedIntoId: c.text(),
      createdAt: c.at().notNull(),
      updatedAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.index('ideas_by_age').on(t.workspaceId, t.createdAt),
      c.index('ideas_by_merge').on(t.workspaceId, t.mergedIntoId),
    ],
  ),

  votes: c.table(
    'votes',
    {
      workspaceId: c.text().notNull(),
      ideaId: c.text().notNull(),
      personId: c.text().notNull(),
      accountId: c.text(),
      /** The browser that gave it: only that one sees it as its own, and may take it back. Null: a member cast it. */
      visitorHash: c.text(),
      /** Who cast it on the person's behalf. */
      memberId: c.text(),
      /** The ticket that it was cast from. */
      ticketId: c.text(),
      /** The idea that it was given to, where that was merged into this one since. */
      fromIdeaId: c.text(),
      /** One sentence why. */
      reason: c.text(),
      /** When the person last looked at what became of the idea; a later answer is unread. */
      answersReadAt: c.at(),
      ...snapshotColumns(c),
      createdAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.ideaId, t.personId] }),
      c.index('votes_by_person').on(t.workspaceId, t.personId),
    ],
  ),

  /** What became of an idea: each change of its state, with what the voters are told. */
  ideaAnswers: c.table(
    'idea_answers',
    {
      workspaceId: c.text().notNull(),
      id: c.text().notNull(),
      ideaId: c.text().notNull(),
      state: c.oneOf(['open', 'planned', 'in_progress', 'shipped', 'closed']).notNull(),
      /** To the voters; null: the new state says it all. */
      body: c.text(),
      memberId: c.text().notNull(),
      createdAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.id] }),
      c.index('idea_answers_by_idea').on(t.workspaceId, t.ideaId, t.createdAt),
    ],
  ),

  /** Answers of surveys and tickets that speak of an idea. */
  ideaLinks: c.table(
    'idea_links',
    {
      workspaceId: c.text().notNull(),
      ideaId: c.text().notNull(),
      kind: c.oneOf(['response', 'ticket']).notNull(),
      targetId: c.text().notNull(),
      memberId: c.text().notNull(),
      createdAt: c.at().notNull(),
    },
    (t) => [
      c.primaryKey({ columns: [t.workspaceId, t.ideaId, t.kind, t.targetId] }),
      c.index('idea_links_by_target').on(t.workspaceId, t.kind, t.targetId),
    ],
  ),
})
