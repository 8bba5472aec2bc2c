import type { ArticleNode } from '@heed/contracts'
import type { Nodes, Parent } from 'mdast'
import { fromMarkdown } from 'mdast-util-from-markdown'

/** Only what a reader may follow: no javascript:, no data:. */
const safeLink = (url: string) => (/^(https?:|mailto:|\/(?!\/)|#)/i.test(url) ? url : undefined)
const safeImage = (url: string) => (/^(https:\/\/|\/(?!\/))/i.test(url) ? url : undefined)

/** Markdown as a tree of nodes. HTML in it is shown as text. */
export const articleNodes = (markdown: string): ArticleNode[] => childNodes(fromMarkdown(markdown))

const childNodes = ({ children }: Parent): ArticleNode[] => children.flatMap(toNodes)

const toNodes = (node: Nodes): ArticleNode[] => {
  switch (node.type) {
    case 'text':
    case 'html':
      return [{ kind: 'text', text: node.value }]
    case 'inlineCode':
      return [{ kind: 'code', text: node.value, block: false }]
    case 'code':
      return [{ kind: 'code', text: node.value, block: true }]
    case 'break':
      return [{ kind: 'break' }]
    case 'thematicBreak':
      return [{ kind: 'rule' }]
    case 'heading':
      return [{ kind: 'heading', level: headingLevel(node.depth), children: childNodes(node) }]
    case 'paragraph':
      return [{ kind: 'paragraph', children: childNodes(node) }]
    case 'strong':
      return [{ kind: 'strong', children: childNodes(node) }]
    case 'emphasis':
      return [{ kind: 'emphasis', children: childNodes(node) }]
    case 'blockquote':
      return [{ kind: 'quote', children: childNodes(node) }]
    case 'list':
      return [{ kind: 'list', ordered: node.ordered ?? false, children: childNodes(node) }]
    case 'listItem':
      return [{ kind: 'item', children: childNodes(node) }]
    case 'link': {
      const href = safeLink(node.url)
      return href ? [{ kind: 'link', href, children: childNodes(node) }] : childNodes(node)
    }
    case 'image': {
      const src = safeImage(node.url)
      return src ? [{ kind: 'image', src, alt: node.alt ?? '' }] : []
    }
    default:
      return 'children' in node ? childNodes(node) : []
  }
}

/** The article's title is the page's first level, so its own headings begin at the second. */
const headingLevel = (depth: number) => (depth <= 2 ? 2 : depth === 3 ? 3 : 4)
