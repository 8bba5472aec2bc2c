import type { ArticleNode } from '@heed/contracts'
import type { ComponentChildren } from 'preact'

/** An article's tree as elements. Nothing is parsed; an address that is not plainly safe is left out. */
export function ArticleText({ nodes }: { nodes: ArticleNode[] }) {
  return <div class="article">{nodes.map(draw)}</div>
}

function draw(node: ArticleNode): ComponentChildren {
  switch (node.kind) {
    case 'text':
      return node.text
    case 'break':
      return <br />
    case 'rule':
      return <hr />
    case 'code':
      return node.block ? <pre>{node.text}</pre> : <code>{node.text}</code>
    case 'image':
      return safeAddress(node.src, ['http:', 'https:']) && <img src={node.src} alt={node.alt} loading="lazy" />
    case 'link':
      return link(node.href, node.children.map(draw))
    case 'heading': {
      // The panel's title is the only h2.
      const Heading = `h${node.level + 1}` as 'h3' | 'h4' | 'h5'
      return <Heading>{node.children.map(draw)}</Heading>
    }
    case 'list': {
      const List = node.ordered ? 'ol' : 'ul'
      return <List>{node.children.map(draw)}</List>
    }
    case 'item':
      return <li>{node.children.map(draw)}</li>
    case 'quote':
      return <blockquote>{node.children.map(draw)}</blockquote>
    case 'strong':
      return <strong>{node.children.map(draw)}</strong>
    case 'emphasis':
      return <em>{node.children.map(draw)}</em>
    case 'paragraph':
      return <p>{node.children.map(draw)}</p>
  }
}

/** An article opens its links beside the host app, which must not lose its place. */
function link(href: string, children: ComponentChildren) {
  if (!safeAddress(href, ['http:', 'https:', 'mailto:'])) return <span>{children}</span>
  return (
    <a href={href} target="_blank" rel="noopener noreferrer">
      {children}
    </a>
  )
}

/** Whether an absolute address has one of the schemes. Relative ones would lead into the host app. */
function safeAddress(address: string, schemes: string[]): boolean {
  try {
    return schemes.includes(new URL(address).protocol)
  } catch {
    return false
  }
}
