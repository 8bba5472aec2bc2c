import type { ArticleNode } from '@heed/contracts'
import type { ComponentChild } from 'preact'
import { slugOf } from '../articles/slug-of.ts'
import { textOf } from './text-of.ts'

type Rendering = { ids: Map<string, number> }

/** An article's text. Every word of it is escaped; an element stands here for each kind of node, and none beside. */
export function ArticleBody({ nodes }: { nodes: ArticleNode[] }) {
  const rendering: Rendering = { ids: new Map() }
  return <>{nodes.map((node) => toElement(node, rendering))}</>
}

const toElement = (node: ArticleNode, rendering: Rendering): ComponentChild => {
  const inside = () => ('children' in node ? node.children.map((child) => toElement(child, rendering)) : null)
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
        <a href={node.href} rel="noopener">
          {inside()}
        </a>
      )
    case 'heading': {
      const Heading = `h${node.level}` as const
      return <Heading id={idOf(textOf([node]), rendering)}>{inside()}</Heading>
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
        // Wider than the page, it moves by itself, and by keyboard too.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: not every browser lets the keyboard into what scrolls
        <div class="table" tabIndex={0}>
          <table>
            <thead>{node.children.slice(0, 1).map((row) => toElement(row, rendering))}</thead>
            <tbody>{node.children.slice(1).map((row) => toElement(row, rendering))}</tbody>
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

/** The heading's own words, so that `#the-words` leads there; a second of them gets a number. */
const idOf = (text: string, { ids }: Rendering): string => {
  const slug = slugOf(text)
  const times = ids.get(slug) ?? 0
  ids.set(slug, times + 1)
  return times === 0 ? slug : `${slug}-${times}`
}
