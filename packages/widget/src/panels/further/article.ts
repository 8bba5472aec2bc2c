import type { ArticleNode } from '@heed/contracts'
import { element } from '../../ui/element.ts'

/** An article's tree as elements. Nothing is parsed; an address that is not plainly safe is left out. */
export const articleText = (nodes: ArticleNode[]) => element('div', { class: 'article' }, ...nodes.flatMap(draw))

const tags = { paragraph: 'p', strong: 'strong', emphasis: 'em', item: 'li', quote: 'blockquote', row: 'tr' } as const
/** The panel's title is the only h2. */
const headings = { 2: 'h3', 3: 'h4', 4: 'h5' } as const

function draw(node: ArticleNode): (Node | string)[] {
  switch (node.kind) {
    case 'text':
      return [node.text]
    case 'break':
      return [element('br')]
    case 'rule':
      return [element('hr')]
    case 'code':
      return [element(node.block ? 'pre' : 'code', {}, node.text)]
    case 'image':
      return isSafe(node.src, webSchemes) ? [element('img', { src: node.src, alt: node.alt, loading: 'lazy' })] : []
    case 'link':
      return [link(node.href, node.children.flatMap(draw))]
    case 'heading':
      return [element(headings[node.level], {}, ...node.children.flatMap(draw))]
    case 'list':
      return [element(node.ordered ? 'ol' : 'ul', {}, ...node.children.flatMap(draw))]
    case 'table':
      // It scrolls by itself, and by keyboard.
      return [element('div', { class: 'table', tabindex: '0' }, element('table', {}, ...node.children.flatMap(draw)))]
    case 'cell':
      return [element(node.head ? 'th' : 'td', { align: node.align ?? undefined }, ...node.children.flatMap(draw))]
    default:
      return [element(tags[node.kind], {}, ...node.children.flatMap(draw))]
  }
}

const webSchemes = ['http:', 'https:']

/** An article opens its links beside the host app, which must not lose its place. */
function link(href: string, children: (Node | string)[]): Node {
  if (!isSafe(href, [...webSchemes, 'mailto:'])) return element('span', {}, ...children)
  return element('a', { href, target: '_blank', rel: 'noopener noreferrer' }, ...children)
}

/** Whether an absolute address has one of the schemes. Relative ones would lead into the host app. */
function isSafe(address: string, schemes: string[]): boolean {
  try {
    return schemes.includes(new URL(address).protocol)
  } catch {
    return false
  }
}
