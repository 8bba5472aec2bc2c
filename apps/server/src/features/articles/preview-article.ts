import type { ArticlePreview, NewArticlePreview } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { findLinkFaults, linkedSlug, targetsIn } from './article-links.ts'
import { articleNodes, asWritten, type Places } from './article-nodes.ts'
import { listPlaces } from './articles.queries.ts'
import { findRedirect } from './redirects.queries.ts'

/** A text as readers will see it, and what leads nowhere in it. Nothing is stored. */
export async function previewArticle(
  handle: Handle,
  workspaceId: string,
  { locale, body }: NewArticlePreview,
): Promise<ArticlePreview> {
  const [places, linkFaults] = await Promise.all([
    placesForEditors(handle, workspaceId, locale, body),
    findLinkFaults(handle, workspaceId, body),
  ])
  return { body: articleNodes(body, places), linkFaults }
}

/** Links to articles lead to where they are edited: who writes wants to look at them there, drafts among them. */
const placesForEditors = async (
  handle: Handle,
  workspaceId: string,
  locale: string,
  markdown: string,
): Promise<Places> => {
  const slugs = new Set(
    targetsIn(markdown).flatMap(({ kind, url }) => (kind === 'link' ? (linkedSlug(url) ?? []) : [])),
  )
  if (slugs.size === 0) return asWritten
  const articles = await listPlaces(handle, workspaceId)
  const ids = new Map<string, string>()
  for (const slug of slugs) {
    const now = (await findRedirect(handle, workspaceId, slug)) ?? slug
    const versions = articles.filter((article) => article.slug === now)
    const id = (versions.find((version) => version.locale === locale) ?? versions[0])?.id
    if (id) ids.set(slug, id)
  }
  return {
    ...asWritten,
    link: (url) => {
      const slug = linkedSlug(url)
      const id = slug === undefined ? undefined : ids.get(slug)
      return id ? `/articles/${id}` : asWritten.link(url)
    },
  }
}
