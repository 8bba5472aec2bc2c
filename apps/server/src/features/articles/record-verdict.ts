import { createHmac } from 'node:crypto'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { newToken } from '../../http/tokens.ts'
import { scopeOf } from '../segments/scope.ts'
import { takeVerdict } from '../suggestions/record-reading.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { findPublishedArticle } from './articles.queries.ts'
import { mayRead } from './readable-by.ts'
import { readSalt, saveVerdict } from './verdicts.queries.ts'

/** Where somebody read an article: in a browser with the widget, or in the help centre, of which the server knows no more. */
export type Reader =
  | { surface: 'widget'; visitorHash: string }
  | { surface: 'help_centre'; ip: string; userAgent: string }

/**
 * Keeps whether an article helped a reader; said again, the later word counts. In the help centre a reader is told
 * from others without a cookie: by address and browser, hashed with a salt that lives for a month.
 * @throws Problem article_not_found
 */
export async function recordVerdict(
  { store, now, suggesters }: Pick<Deps, 'store' | 'now' | 'suggesters'>,
  workspace: WorkspaceRow,
  reader: Reader,
  { articleId, helped }: { articleId: string; helped: boolean },
) {
  const at = now()
  const workspaceId = workspace.id
  await store.write(async (tx) => {
    const article = await findPublishedArticle(tx, workspaceId, articleId)
    const visitorHash = reader.surface === 'widget' ? reader.visitorHash : undefined
    const isPublic = reader.surface === 'widget' || article?.audience === null
    if (!article || !isPublic || !(await mayRead(tx, scopeOf(workspace, at), article, visitorHash)))
      throw problem('article_not_found')
    const name =
      reader.surface === 'widget'
        ? reader.visitorHash
        : hashReader(await readSalt(tx, workspaceId, at.toISOString().slice(0, 7), newToken()), articleId, reader)
    const { surface } = reader
    await saveVerdict(tx, { workspaceId, articleId, reader: name, surface, helped, createdAt: at })
    if (visitorHash) await takeVerdict(tx, { now }, { workspaceId, hash: visitorHash }, articleId, helped)
  })
  if (reader.surface === 'widget') suggesters.look(workspaceId)
  return { id: articleId }
}

/** Of one article alone, so that it does not tell what else somebody read. */
const hashReader = (salt: string, articleId: string, { ip, userAgent }: { ip: string; userAgent: string }) =>
  createHmac('sha256', salt).update(`${articleId}\n${ip}\n${userAgent}`).digest('base64url')
