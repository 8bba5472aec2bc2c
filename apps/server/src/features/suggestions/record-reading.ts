import type { NewArticleReading } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { findPublishedArticle } from '../articles/articles.queries.ts'
import { mayRead } from '../articles/readable-by.ts'
import { findVisitor } from '../people/people.queries.ts'
import type { Visitor } from '../people/record-person.ts'
import { scopeOf } from '../segments/scope.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { findRequest, listLatestRequests, markRequest, type RequestRow } from './requests.queries.ts'

/** More than anybody reads before they file a ticket. */
const mostRead = 50
/** A verdict is about a request of this time. */
const sameVisitMs = 86_400_000

/**
 * Keeps that an article was read in a request of this browser, and whether the person said that it did not help: then it
 * did not solve the request either, whatever they said before. Of a request that is not kept, or is another browser's, and
 * of an article that is not for this person, nothing is.
 */
export async function recordReading(
  deps: Deps,
  workspace: WorkspaceRow,
  { workspaceId, hash }: Visitor,
  requestId: string,
  { articleId, helped }: NewArticleReading,
): Promise<{ id: string }> {
  await deps.store.write(async (tx) => {
    const row = await findRequest(tx, workspaceId, requestId)
    if (row?.visitorHash !== hash) return
    const article = await findPublishedArticle(tx, workspaceId, articleId)
    if (!article || !(await mayRead(tx, scopeOf(workspace, deps.now()), article, hash))) return
    await markRead(tx, deps, row, articleId, helped)
  })
  if (helped === false) deps.suggesters.look(workspaceId)
  return { id: requestId }
}

/** What a reader said below an article, within the write that keeps the verdict: it is about what they asked just now. */
export async function takeVerdict(
  tx: Handle,
  deps: Pick<Deps, 'now'>,
  { workspaceId, hash }: Visitor,
  articleId: string,
  helped: boolean,
): Promise<void> {
  const visitor = await findVisitor(tx, workspaceId, hash)
  if (!visitor) return
  const latest = await listLatestRequests(tx, { workspaceId, personId: visitor.person.id, visitorHash: hash })
  const since = deps.now().getTime() - sameVisitMs
  const row = latest.find(({ read, updatedAt }) => read.includes(articleId) && updatedAt.getTime() >= since)
  if (row) await markRead(tx, deps, row, articleId, helped)
}

/** @param helped undefined: nothing was said of it by now */
async function markRead(
  tx: Handle,
  { now }: Pick<Deps, 'now'>,
  row: RequestRow,
  articleId: string,
  helped: boolean | undefined,
) {
  const others = row.notHelped.filter((id) => id !== articleId)
  const isTakenBack = helped === false && row.outcome === 'solved' && row.targetId === articleId
  await markRequest(tx, row.workspaceId, row.id, {
    read: [...new Set([...row.read, articleId])].slice(0, mostRead),
    ...(helped !== undefined && { notHelped: helped ? others : [...others, articleId].slice(-mostRead) }),
    ...(isTakenBack && { outcome: null, targetId: null }),
    updatedAt: now(),
  })
}
