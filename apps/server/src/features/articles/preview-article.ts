import type { ArticlePreview, NewArticlePreview } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Root } from 'mdast'
import { findLinkFaults, linkedSlug, slugsIn, targetsIn } from './article-links.ts'
import { articleNodes, asWritten, type Places } from './article-nodes.ts'
import { listPlaces } from './articles.queries.ts'
import { readBody } from './read-markdown.ts'
import { listRedirects } from './redirects.queries.ts'

/** A text as readers will see it, and what leads nowhere in it. Nothing is stored. @throws Problem invalid_input */
export async function previewArticle(
  handle: Handle,
  workspaceId: string,
  { locale, body }: NewArticlePreview,
): Promise<ArticlePreview> {
  const tree = readBody(body)
  const [places, linkFaults] = await Promise.all([
    placesForEditors(handle, workspaceId, locale, tree),
    findLinkFaults(handle, workspaceId, tree),
  ])
  return { body: articleNodes(tree, places), linkFaults }
}

/** Links to articles lead to where they are edited: who writes wants to look at them there, drafts among them. */
const placesForEditors = async (handle: Handle, workspaceId: string, locale: string, tree: Root): Promise<Places> => {
  const slugs = slugsIn(targetsIn(tree))
  if (slugs.length === 0) return asWritten
  const [articles, redirects] = await Promise.all([
    listPlaces(handle, workspaceId),
    listRedirects(handle, workspaceId, slugs),
  ])
  const ids = new Map<string, string>()
  for (const slug of slugs) {
    const now = redirects.get(slug) ?? slug
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
