import type { ArticleDetail, ArticleItem, ArticleRevision, VerdictCount } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { readHelpCentre } from '../help-centre/help-centre-name.ts'
import { findLinkFaults } from './article-links.ts'
import { type ArticleRow, getArticle, listVersions, listVersionsOfSlugs } from './articles.queries.ts'
import { readMarkdown } from './read-markdown.ts'
import { listRedirectsTo } from './redirects.queries.ts'
import { listRevisions } from './revisions.queries.ts'
import { countVerdicts } from './verdicts.queries.ts'
import { contentOf } from './write-article.ts'

const nobody: VerdictCount = { helped: 0, notHelped: 0 }

/** An article as members edit it. */
export async function readArticleDetail(handle: Handle, row: ArticleRow): Promise<ArticleDetail> {
  const { workspaceId, id, slug, locale, audience, state } = row
  const [versions, redirects, linkFaults, verdicts, { address }] = await Promise.all([
    listVersions(handle, workspaceId, slug),
    listRedirectsTo(handle, workspaceId, slug),
    findLinkFaults(handle, workspaceId, readMarkdown(row.body)),
    countVerdicts(handle, workspaceId, [id]),
    readHelpCentre(handle, workspaceId),
  ])
  const isPublic = state === 'published' && audience === null
  return {
    ...contentOf(row),
    ...ownOf(row, verdicts.get(id)),
    versions: versions
      .filter((version) => version.id !== id)
      .map((version) => ({
        articleId: version.id,
        locale: version.locale,
        title: version.title,
        state: version.state,
      })),
    redirects,
    linkFaults,
    address: isPublic ? `${address}/${locale}/${encodeURIComponent(slug)}` : null,
  }
}

type ListedRow = Omit<ArticleRow, 'body'>

/** Articles as they stand in a list. */
export async function toArticleItems(handle: Handle, workspaceId: string, rows: ListedRow[]): Promise<ArticleItem[]> {
  const ids = rows.map(({ id }) => id)
  const [verdicts, versions] = await Promise.all([
    countVerdicts(handle, workspaceId, ids),
    listVersionsOfSlugs(handle, workspaceId, [...new Set(rows.map(({ slug }) => slug))]),
  ])
  return rows.map((row) => {
    const { slug, locale, title, summary, areaId, audience } = row
    const others = versions
      .filter((version) => version.slug === slug && version.id !== row.id)
      .map((version) => ({ articleId: version.id, locale: version.locale, state: version.state }))
    const own = ownOf(row, verdicts.get(row.id))
    return { slug, locale, title, summary, areaId, audience, versions: others, ...own }
  })
}

const ownOf = ({ id, state, createdAt, updatedAt, publishedAt }: ListedRow, verdicts = nobody) => ({
  id,
  state,
  createdAt: createdAt.toISOString(),
  updatedAt: updatedAt.toISOString(),
  publishedAt: publishedAt?.toISOString() ?? null,
  verdicts,
})

/** What an article held after each change, newest first. @throws Problem article_not_found */
export async function readRevisions(
  handle: Handle,
  workspaceId: string,
  articleId: string,
): Promise<ArticleRevision[]> {
  const row = await getArticle(handle, workspaceId, articleId)
  const kept = await listRevisions(handle, workspaceId, articleId)
  if (kept.length > 0) return kept.map((each) => ({ ...each, createdAt: each.createdAt.toISOString() }))
  // Not changed since revisions are kept.
  const createdAt = row.createdAt.toISOString()
  return [{ revision: 1, reason: 'created', content: contentOf(row), createdAt, memberName: null }]
}
