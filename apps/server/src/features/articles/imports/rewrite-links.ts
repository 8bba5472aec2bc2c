import type { Nodes } from 'mdast'
import { readMarkdown } from '../read-markdown.ts'

/** A link or picture in a text: its address as it is written, and its line from 1. */
export type Place = { kind: 'link' | 'image'; url: string; line: number }

/** Puts other addresses into Markdown, and leaves every other character as it is. `replace` answers undefined to keep one. */
export const rewriteLinks = (markdown: string, replace: (place: Place) => string | undefined): string => {
  if (!markdown.includes(']')) return markdown // none of them is written without
  const tree = readMarkdown(markdown)
  const imageNames = imageNamesIn(tree)
  const edits: { from: number; to: number; text: string }[] = []
  const visit = (node: Nodes) => {
    if ('children' in node) for (const child of node.children) visit(child)
    if (node.type !== 'link' && node.type !== 'image' && node.type !== 'definition') return
    const kind =
      node.type === 'image' || (node.type === 'definition' && imageNames.has(node.identifier)) ? 'image' : 'link'
    const { position } = node
    const place = { kind, url: node.url, line: position?.start.line ?? 1 } as const
    const text = replace(place)
    const from = text === undefined ? undefined : addressOffset(markdown, node)
    if (text !== undefined && from !== undefined) edits.push({ from, to: from + node.url.length, text })
  }
  visit(tree)
  return edits
    .sort((a, b) => b.from - a.from)
    .reduce((text, edit) => text.slice(0, edit.from) + edit.text + text.slice(edit.to), markdown)
}

/** Where a node's address stands in the text; undefined where it is written in another way, such as with escapes. */
const addressOffset = (markdown: string, node: Nodes & { url: string }): number | undefined => {
  const start = node.position?.start.offset ?? 0
  const end = node.position?.end.offset ?? 0
  const label = 'children' in node ? node.children.at(-1)?.position?.end.offset : undefined
  // Behind the label, which may hold the same words.
  const from = label ?? markdown.indexOf(node.type === 'definition' ? ']:' : '](', start)
  const at = markdown.indexOf(node.url, from < 0 ? start : from)
  return at >= 0 && at + node.url.length <= end ? at : undefined
}

/** Names of definitions that pictures use. */
const imageNamesIn = (tree: Nodes): Set<string> => {
  const names = new Set<string>()
  const visit = (node: Nodes) => {
    if (node.type === 'imageReference') names.add(node.identifier)
    if ('children' in node) for (const child of node.children) visit(child)
  }
  visit(tree)
  return names
}
