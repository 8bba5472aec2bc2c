import type { Handle } from '@heed/db'
import { and, asc, eq, inArray } from 'drizzle-orm'

/** Where an old slug leads, if it does. */
export const findRedirect = async ({ db, tables }: Handle, workspaceId: string, slug: string) => {
  const { articleRedirects } = tables
  const [row] = await db
    .select({ toSlug: articleRedirects.toSlug })
    .from(articleRedirects)
    .where(and(eq(articleRedirects.workspaceId, workspaceId), eq(articleRedirects.slug, slug)))
  return row?.toSlug
}

/** Where old slugs lead, of those that lead somewhere. */
export const listRedirects = async ({ db, tables }: Handle, workspaceId: string, slugs: string[]) => {
  const { articleRedirects } = tables
  if (slugs.length === 0) return new Map<string, string>()
  const rows = await db
    .select({ slug: articleRedirects.slug, toSlug: articleRedirects.toSlug })
    .from(articleRedirects)
    .where(and(eq(articleRedirects.workspaceId, workspaceId), inArray(articleRedirects.slug, slugs)))
  return new Map(rows.map(({ slug, toSlug }) => [slug, toSlug]))
}

/** Old slugs that lead to this one, oldest first. */
export const listRedirectsTo = async ({ db, tables }: Handle, workspaceId: string, toSlug: string) => {
  const { articleRedirects } = tables
  const rows = await db
    .select({ slug: articleRedirects.slug })
    .from(articleRedirects)
    .where(and(eq(articleRedirects.workspaceId, workspaceId), eq(articleRedirects.toSlug, toSlug)))
    .orderBy(asc(articleRedirects.createdAt), asc(articleRedirects.slug))
  return rows.map(({ slug }) => slug)
}

/** Leads a slug, and those that led to it, to another one: no chains. */
export const redirectSlug = async (
  { db, tables: { articleRedirects } }: Handle,
  workspaceId: string,
  { from, to }: { from: string; to: string },
  createdAt: Date,
) => {
  await db
    .update(articleRedirects)
    .set({ toSlug: to })
    .where(and(eq(articleRedirects.workspaceId, workspaceId), eq(articleRedirects.toSlug, from)))
  await db
    .insert(articleRedirects)
    .values({ workspaceId, slug: from, toSlug: to, createdAt })
    .onConflictDoUpdate({
      target: [articleRedirects.workspaceId, articleRedirects.slug],
      set: { toSlug: to, createdAt },
    })
}

/** An article stands under this slug now. */
export const removeRedirect = async ({ db, tables }: Handle, workspaceId: string, slug: string) => {
  const { articleRedirects } = tables
  await db
    .delete(articleRedirects)
    .where(and(eq(articleRedirects.workspaceId, workspaceId), eq(articleRedirects.slug, slug)))
}

export const removeRedirectsTo = async ({ db, tables }: Handle, workspaceId: string, toSlug: string) => {
  const { articleRedirects } = tables
  await db
    .delete(articleRedirects)
    .where(and(eq(articleRedirects.workspaceId, workspaceId), eq(articleRedirects.toSlug, toSlug)))
}
