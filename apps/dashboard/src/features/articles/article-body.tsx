import type { ArticleNode } from '@heed/contracts'
import type { ComponentChild } from 'preact'

/** An article's text as the help centre draws it. Nothing is parsed here: the server sends a tree of nodes. */
export const ArticleBody = ({ nodes }: { nodes: ArticleNode[] }) => <>{nodes.map(toElement)}</>

function toElement(node: ArticleNode): ComponentChild {
  const inside = () => ('children' in node ? node.children.map(toElement) : null)
  switch (node.kind) {
    case 'text':
      return node.text
    case 'break':
      return <br />
    case 'rule':
      return <hr />
    case 'code':
      return node.block ? (
        <pre>
          <code>{node.text}</code>
        </pre>
      ) : (
        <code>{node.text}</code>
      )
    case 'image':
      return <img src={node.src} alt={node.alt} loading="lazy" />
    case 'link':
      return (
        <a href={node.href} target="_blank" rel="noopener noreferrer">
          {inside()}
        </a>
      )
    case 'heading': {
      // The page has its own first levels.
      const Heading = `h${node.level + 1}` as 'h3' | 'h4' | 'h5'
      return <Heading data-level={node.level}>{inside()}</Heading>
    }
    case 'list':
      return node.ordered ? <ol>{inside()}</ol> : <ul>{inside()}</ul>
    case 'item':
      return <li>{inside()}</li>
    case 'paragraph':
      return <p>{inside()}</p>
    case 'strong':
      return <strong>{inside()}</strong>
    case 'emphasis':
      return <em>{inside()}</em>
    case 'quote':
      return <blockquote>{inside()}</blockquote>
    case 'table':
      return (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: not every browser lets the keyboard into what scrolls
        <div class="article-table" tabIndex={0}>
          <table>
            <thead>{node.children.slice(0, 1).map(toElement)}</thead>
            <tbody>{node.children.slice(1).map(toElement)}</tbody>
          </table>
        </div>
      )
    case 'row':
      return <tr>{inside()}</tr>
    case 'cell':
      return node.head ? (
        <th scope="col" data-align={node.align}>
          {inside()}
        </th>
      ) : (
        <td data-align={node.align}>{inside()}</td>
      )
  }
}
