import type { LinkFault } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Nodes, Root } from 'mdast'
import { definitionsIn } from './article-nodes.ts'
import { listPlaces } from './articles.queries.ts'
import { imageHash } from './image-address.ts'
import { listKnownImages } from './images.queries.ts'
import { listRedirects } from './redirects.queries.ts'

/** A link or picture of a Markdown text, with its line from 1. */
export type Target = { kind: 'link' | 'image'; url: string; line: number }

/** Every link and picture, in the order of the text. */
export const targetsIn = (tree: Root): Target[] => {
  const definitions = definitionsIn(tree)
  const targets: Target[] = []
  const collect = (node: Nodes) => {
    const line = node.position?.start.line ?? 1
    if (node.type === 'link' || node.type === 'image') targets.push({ kind: node.type, url: node.url, line })
    if (node.type === 'linkReference' || node.type === 'imageReference') {
      const url = definitions.get(node.identifier)?.url ?? ''
      targets.push({ kind: node.type === 'linkReference' ? 'link' : 'image', url, line })
    }
    if ('children' in node) for (const child of node.children) collect(child)
  }
  collect(tree)
  return targets
}

/** The slug that a link within the knowledge base names: `/help/<slug>`. */
export const linkedSlug = (url: string): string | undefined => {
  const [, slug] = /^\/help\/([^/?#]+)(?:[?#].*)?$/.exec(url) ?? []
  if (slug === undefined) return undefined
  try {
    return decodeURIComponent(slug)
  } catch {
    return slug
  }
}

/** What links within the knowledge base name, each once. */
export const slugsIn = (targets: Target[]): string[] => [
  ...new Set(targets.flatMap(({ kind, url }) => (kind === 'link' ? (linkedSlug(url) ?? []) : []))),
]

/** Neither absolute, nor of the host, nor within the page: a file beside this one. */
const isRelative = (url: string) => url !== '' && !/^([a-z][a-z\d+.-]*:|\/|#|\?)/i.test(url)

/** The links and pictures of an article that lead nowhere. */
export async function findLinkFaults(handle: Handle, workspaceId: string, tree: Root): Promise<LinkFault[]> {
  const targets = targetsIn(tree)
  const hashes = targets.flatMap(({ kind, url }) => (kind === 'image' ? (imageHash(workspaceId, url) ?? []) : []))
  const slugs = slugsIn(targets)
  const [places, redirects, images] = await Promise.all([
    slugs.length > 0 ? listPlaces(handle, workspaceId) : [],
    listRedirects(handle, workspaceId, slugs),
    listKnownImages(handle, workspaceId, hashes),
  ])
  const known = new Map<string, boolean>()
  for (const { slug, state } of places) known.set(slug, known.get(slug) === true || state === 'published')

  const faults: LinkFault[] = []
  for (const { kind, url: target, line } of targets) {
    const at = { line, target }
    if (kind === 'image') {
      const hash = imageHash(workspaceId, target)
      if (hash === undefined ? isRelative(target) : !images.includes(hash))
        faults.push({ ...at, kind: 'missing_image' })
      continue
    }
    if (isRelative(target)) faults.push({ ...at, kind: 'missing_file' })
    const slug = linkedSlug(target)
    if (slug === undefined) continue
    const published = known.get(redirects.get(slug) ?? slug)
    if (published === undefined) faults.push({ ...at, kind: 'missing_article' })
    if (published === false) faults.push({ ...at, kind: 'unpublished_article' })
  }
  return faults
}
