import { isDeepStrictEqual } from 'node:util'
import type { ArticleContent, RevisionReason } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { z } from 'zod'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { readSegment } from '../../http/segment-query.ts'
import { holdArea } from '../areas/hold-area.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { type ArticleRow, insertArticle, listVersions, updateArticle } from './articles.queries.ts'
import { readBody } from './read-markdown.ts'
import { redirectSlug, removeRedirect } from './redirects.queries.ts'
import { findRevision, insertRevision, readNewestRevision, rewriteRevision } from './revisions.queries.ts'

/** Who changes articles. */
export type Editor = { workspace: WorkspaceRow; memberId: string }

export type Reason = z.infer<typeof RevisionReason>

/** Keeps every other change of this workspace's articles waiting: what is read here decides what is written. */
export const lockArticles = (tx: Handle, workspaceId: string) => tx.lock(`articles ${workspaceId}`)

export const contentOf = (row: ArticleContent): ArticleContent => {
  const { slug, locale, title, summary, body, areaId, audience, knownIssue } = row
  return { slug, locale, title, summary, body, areaId, audience, knownIssue }
}

/** Inserts an article with its first revision. The address it takes no longer leads elsewhere. */
export async function insertWritten(tx: Handle, row: ArticleRow, reason: Reason, memberId: string | null) {
  await removeRedirect(tx, row.workspaceId, row.slug)
  await insertArticle(tx, row)
  await keepRevision(tx, row, reason, memberId)
}

type Written = {
  content: ArticleContent
  reason: Reason
  at: Date
  importHash?: string | null
  /** Whether it is one revision with the same member's change of a moment ago. */
  joins?: boolean
}

/** A text that saves itself while it is typed makes a revision so often at most. */
const joinsForMs = 10 * 60_000

/**
 * Gives an article another content, and keeps that as a revision; the same content again changes nothing. Another slug
 * is that of every language version, and the old one leads there. The caller holds the lock.
 * @throws Problem article_slug_taken
 */
export async function writeContent(
  tx: Handle,
  editor: Editor,
  before: ArticleRow,
  { content, reason, at, importHash = before.importHash, joins = false }: Written,
): Promise<ArticleRow> {
  const isSame = isDeepStrictEqual(contentOf(before), contentOf(content))
  if (isSame && importHash === before.importHash) return before
  if (isSame) {
    const after = { ...before, importHash }
    await updateArticle(tx, after)
    return after
  }
  const after: ArticleRow = { ...before, ...contentOf(content), importHash, updatedAt: momentAfter(before, at) }
  await refuseTaken(tx, before, after)
  await keepFirst(tx, before)
  if (after.slug !== before.slug) await moveVersions(tx, before, after.slug, at)
  await updateArticle(tx, after)
  if (!(joins && (await joinRevision(tx, after, editor.memberId))))
    await keepRevision(tx, after, reason, editor.memberId)
  return after
}

const refuseTaken = async (tx: Handle, before: ArticleRow, after: ArticleRow) => {
  if (after.slug === before.slug && after.locale === before.locale) return
  const there = await listVersions(tx, before.workspaceId, after.slug)
  // Every version moves along, so that each of their languages must be free.
  const coming = after.slug === before.slug ? [] : await listVersions(tx, before.workspaceId, before.slug)
  const locales = new Set([after.locale, ...coming.filter(({ id }) => id !== before.id).map(({ locale }) => locale)])
  if (there.some(({ id, locale }) => id !== before.id && locales.has(locale)))
    throw problem('article_slug_taken', { errors: [{ field: 'slug', message: 'is that of another article' }] })
}

const moveVersions = async (tx: Handle, { workspaceId, id, slug: from }: ArticleRow, to: string, at: Date) => {
  await removeRedirect(tx, workspaceId, to)
  for (const version of await listVersions(tx, workspaceId, from)) {
    if (version.id !== id) await updateArticle(tx, { ...version, slug: to, updatedAt: momentAfter(version, at) })
  }
  await redirectSlug(tx, workspaceId, { from, to }, at)
}

/** The content before the first change of an article from before revisions were kept. */
const keepFirst = async (tx: Handle, before: ArticleRow) => {
  if ((await readNewestRevision(tx, before.workspaceId, before.id)) > 0) return
  await keepRevision(tx, before, 'created', null)
}

const keepRevision = async (tx: Handle, row: ArticleRow, reason: Reason, memberId: string | null) => {
  const { workspaceId, id: articleId, updatedAt: createdAt } = row
  const revision = (await readNewestRevision(tx, workspaceId, articleId)) + 1
  await insertRevision(tx, { workspaceId, articleId, revision, reason, content: contentOf(row), memberId, createdAt })
}

/** Takes a change into the newest revision, where that is young and by the same member. @returns whether it was */
const joinRevision = async (tx: Handle, { workspaceId, id, updatedAt, ...row }: ArticleRow, memberId: string) => {
  const newest = await findRevision(tx, workspaceId, id, await readNewestRevision(tx, workspaceId, id))
  const isOpen =
    newest?.memberId === memberId &&
    (newest.reason === 'created' || newest.reason === 'changed') &&
    updatedAt.getTime() - newest.createdAt.getTime() < joinsForMs
  if (isOpen) await rewriteRevision(tx, { ...newest, content: contentOf(row) })
  return isOpen
}

/** Now, and never the moment of the change before, so that each change can be told from it. */
export const momentAfter = ({ updatedAt }: Pick<ArticleRow, 'updatedAt'>, now: Date): Date =>
  new Date(Math.max(now.getTime(), updatedAt.getTime() + 1))

/** @throws Problem article_changed where the article is not as it was read */
export const checkBasis = ({ updatedAt }: ArticleRow, basedOn: string | undefined) => {
  if (basedOn !== undefined && new Date(basedOn).getTime() !== updatedAt.getTime()) throw problem('article_changed')
}

/** @throws Problem invalid_input where area or audience are none of this workspace, or the body cannot be read */
export async function checkContent(
  tx: Handle,
  workspaceId: string,
  { areaId, audience, body }: Pick<ArticleContent, 'areaId' | 'audience' | 'body'>,
) {
  readBody(body)
  if (areaId !== null && !(await holdArea(tx, workspaceId, areaId))) throw problem('area_not_found')
  if (audience === null) return
  const { messages } = await readSegment(tx, workspaceId, audience)
  if (messages.length > 0)
    throw problem('invalid_input', { errors: messages.map((message) => ({ field: 'audience', message })) })
}

/** An empty text is none. */
export const tidy = <T extends Pick<ArticleContent, 'summary' | 'audience'>>(content: T): T => ({
  ...content,
  summary: content.summary || null,
  audience: content.audience?.trim() || null,
})

export type ArticleDeps = Pick<Deps, 'store' | 'now' | 'newId'>
