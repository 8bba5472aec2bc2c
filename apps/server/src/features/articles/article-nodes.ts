import type { ArticleNode } from '@heed/contracts'
import type { Definition, Nodes, Parent, Root, Table } from 'mdast'

/** Where a reader finds what an article names: another address, or nothing where it must not be followed. */
export type Places = { link: (url: string) => string | undefined; image: (url: string) => string | undefined }

/** Only what a reader may follow: no javascript:, no data:. */
const safeLink = (url: string) => (/^(https?:|mailto:|\/(?!\/)|#)/i.test(url) ? url : undefined)
const safeImage = (url: string) => (/^(https:\/\/|\/(?!\/))/i.test(url) ? url : undefined)

export const asWritten: Places = { link: safeLink, image: safeImage }

type Reading = { places: Places; definitions: Map<string, Definition> }

/** Markdown as a tree of nodes that can be shown. HTML in it is shown as text, and comments are left out. */
export const articleNodes = (tree: Root, places: Places = asWritten): ArticleNode[] =>
  childNodes(tree, { places, definitions: definitionsIn(tree) })

/** What `[text][name]` leads to, by name. The first of a name counts. */
export const definitionsIn = (tree: Parent): Map<string, Definition> => {
  const definitions = new Map<string, Definition>()
  const collect = ({ children }: Parent) => {
    for (const child of children) {
      if (child.type === 'definition' && !definitions.has(child.identifier)) definitions.set(child.identifier, child)
      else if ('children' in child) collect(child)
    }
  }
  collect(tree)
  return definitions
}

const childNodes = ({ children }: Parent, reading: Reading): ArticleNode[] =>
  children.flatMap((child) => toNodes(child, reading))

const toNodes = (node: Nodes, reading: Reading): ArticleNode[] => {
  switch (node.type) {
    case 'text':
      return [{ kind: 'text', text: node.value }]
    case 'html':
      return /^<!--.*-->$/s.test(node.value.trim()) ? [] : [{ kind: 'text', text: node.value }]
    case 'inlineCode':
      return [{ kind: 'code', text: node.value, block: false }]
    case 'code':
      return [{ kind: 'code', text: node.value, block: true }]
    case 'break':
      return [{ kind: 'break' }]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    case 'heading':
      return [{ kind: 'heading', level: headingLevel(node.depth), children: childNodes(node, reading) }]
    case 'paragraph':
      return [{ kind: 'paragraph', children: childNodes(node, reading) }]
    case 'strong':
      return [{ kind: 'strong', children: childNodes(node, reading) }]
    case 'emphasis':
      return [{ kind: 'emphasis', children: childNodes(node, reading) }]
    case 'blockquote':
      return [{ kind: 'quote', children: childNodes(node, reading) }]
    case 'list':
      return [{ kind: 'list', ordered: node.ordered ?? false, children: childNodes(node, reading) }]
    case 'listItem':
      return [{ kind: 'item', children: childNodes(node, reading) }]
    case 'table':
      return [{ kind: 'table', children: rowNodes(node, reading) }]
    case 'link':
      return linkNodes(node.url, childNodes(node, reading), reading)
    case 'linkReference':
      return linkNodes(reading.definitions.get(node.identifier)?.url ?? '', childNodes(node, reading), reading)
    case 'image':
      return imageNodes(node.url, node.alt, reading)
    case 'imageReference':
      return imageNodes(reading.definitions.get(node.identifier)?.url ?? '', node.alt, reading)
    default:
      return 'children' in node ? childNodes(node, reading) : []
  }
}

/** Cells know how their column is aligned, and whether they head it. */
const rowNodes = ({ align, children }: Table, reading: Reading): ArticleNode[] =>
  children.map((row, at) => ({
    kind: 'row',
    children: row.children.map((cell, column) => ({
      kind: 'cell',
      head: at === 0,
      align: align?.[column] ?? null,
      children: childNodes(cell, reading),
    })),
  }))

const linkNodes = (url: string, children: ArticleNode[], { places }: Reading): ArticleNode[] => {
  const href = places.link(url)
  return href ? [{ kind: 'link', href, children }] : children
}

const imageNodes = (url: string, alt: string | null | undefined, { places }: Reading): ArticleNode[] => {
  const src = places.image(url)
  return src ? [{ kind: 'image', src, alt: alt ?? '' }] : []
}

/** The article's title is the page's first level, so its own headings begin at the second. */
const headingLevel = (depth: number) => (depth <= 2 ? 2 : depth === 3 ? 3 : 4)
