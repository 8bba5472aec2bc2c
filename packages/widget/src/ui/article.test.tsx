import type { ArticleNode } from '@heed/contracts'
import { render } from 'preact'
import { afterEach, expect, it } from 'vitest'
import { ArticleText } from './article.tsx'

const place = document.createElement('div')
const drawn = (...nodes: ArticleNode[]) => {
  render(<ArticleText nodes={nodes} />, place)
  return place
}
const text = (said: string): ArticleNode => ({ kind: 'text', text: said })

afterEach(() => render(null, place))

it.each([
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  ' javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:x',
  'blob:https://x/1',
  '/settings/delete',
  'not an address',
])('shows the words of a link to %j without the link', (href) => {
  drawn({ kind: 'link', href, children: [text('Click here')] })

  expect(place.querySelector('a')).toBeNull()
  expect(place.textContent).toBe('Click here')
})

it.each(['https://example.com/a?b=c#d', 'http://example.com/', 'mailto:help@example.com'])(
  'opens a link to %s beside the host app',
  (href) => {
    drawn({ kind: 'link', href, children: [text('Read more')] })

    const link = place.querySelector('a')
    expect(link?.getAttribute('href')).toBe(href)
    expect(link?.target).toBe('_blank')
    expect(link?.rel).toContain('noopener')
  },
)

it('shows no image whose address is not a web address', () => {
  drawn(
    { kind: 'image', src: 'javascript:alert(1)', alt: 'x' },
    { kind: 'image', src: 'data:image/svg+xml,x', alt: 'y' },
  )

  expect(place.querySelector('img')).toBeNull()
})

it('shows text that looks like markup as text', () => {
  drawn({ kind: 'paragraph', children: [text('<img src=x onerror=alert(1)>')] })

  expect(place.querySelector('img')).toBeNull()
  expect(place.querySelector('p')?.textContent).toBe('<img src=x onerror=alert(1)>')
})

it('draws headings below the title of the panel, lists, quotes and code', () => {
  drawn(
    { kind: 'heading', level: 2, children: [text('Steps')] },
    { kind: 'list', ordered: true, children: [{ kind: 'item', children: [text('Open it')] }] },
    { kind: 'quote', children: [{ kind: 'paragraph', children: [text('As the manual says')] }] },
    { kind: 'code', text: 'GET /', block: true },
  )

  expect(place.querySelector('h3')?.textContent).toBe('Steps')
  expect(place.querySelector('ol > li')?.textContent).toBe('Open it')
  expect(place.querySelector('blockquote p')?.textContent).toBe('As the manual says')
  expect(place.querySelector('pre')?.textContent).toBe('GET /')
})
