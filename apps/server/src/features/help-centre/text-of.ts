import type { ArticleNode } from '@heed/contracts'
import { articleNodes } from '../articles/article-nodes.ts'
import { readMarkdown } from '../articles/read-markdown.ts'

/** The words of nodes, without their form. */
export const textOf = (nodes: ArticleNode[]): string =>
  nodes
    .map((node) => {
      if (node.kind === 'text' || node.kind === 'code') return node.text
      if (node.kind === 'image') return node.alt
      return 'children' in node ? textOf(node.children) + (isBlock(node.kind) ? ' ' : '') : ' '
    })
    .join('')
    .replace(/\s+/g, ' ')

const isBlock = (kind: ArticleNode['kind']) => ['paragraph', 'heading', 'item', 'list', 'quote', 'cell'].includes(kind)

const longest = 160

/** What an article is about in a line or two: its summary, else how it begins. */
export const describeArticle = ({ summary, body }: { summary: string | null; body: string }): string => {
  const text = summary ?? textOf(articleNodes(readMarkdown(body)).filter(({ kind }) => kind === 'paragraph')).trim()
  if (text.length <= longest) return text
  const head = text.slice(0, longest).toWellFormed()
  return `${head.slice(0, Math.max(head.lastIndexOf(' '), longest / 2))}…`
}
