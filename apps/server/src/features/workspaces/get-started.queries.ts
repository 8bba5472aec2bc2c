import type { Handle } from '@heed/db'
import { and, eq, isNull, ne, notLike, or } from 'drizzle-orm'

/**
 * Whether any browser has come that says something of its visitor: named by the host page, or answering. The customers
 * of the demo app, who are known by their ids, are no sign that the widget stands in a page of the workspace's own.
 */
export const hasVisitor = async ({ db, tables: { visitors, people } }: Handle, workspaceId: string) =>
  (
    await db
      .select({ id: visitors.personId })
      .from(visitors)
      .innerJoin(people, and(eq(people.workspaceId, visitors.workspaceId), eq(people.id, visitors.personId)))
      .where(and(eq(visitors.workspaceId, workspaceId), or(isNull(people.userId), notLike(people.userId, 'demo-%'))))
      .limit(1)
  ).length > 0

/** Whether any survey was ever launched. */
export const hasLaunch = async ({ db, tables: { surveys } }: Handle, workspaceId: string) =>
  (
    await db
      .select({ id: surveys.id })
      .from(surveys)
      .where(and(eq(surveys.workspaceId, workspaceId), ne(surveys.state, 'draft')))
      .limit(1)
  ).length > 0

export const hasAnswer = async ({ db, tables: { responses } }: Handle, workspaceId: string) =>
  (await db.select({ id: responses.id }).from(responses).where(eq(responses.workspaceId, workspaceId)).limit(1))
    .length > 0

export const hasPublishedArticle = async ({ db, tables: { articles } }: Handle, workspaceId: string) =>
  (
    await db
      .select({ id: articles.id })
      .from(articles)
      .where(and(eq(articles.workspaceId, workspaceId), eq(articles.state, 'published')))
      .limit(1)
  ).length > 0
