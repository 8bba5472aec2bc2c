import type { ArticleNode } from '@heed/contracts'
import { expect, it } from 'vitest'
import { articleText } from './article.ts'

const text = (said: string): ArticleNode => ({ kind: 'text', text: said })

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
  const drawn = articleText([{ kind: 'link', href, children: [text('Click here')] }])

  expect(drawn.querySelector('a')).toBeNull()
  expect(drawn.textContent).toBe('Click here')
})

it.each(['https://example.com/a?b=c#d', 'http://example.com/', 'mailto:help@example.com'])(
  'opens a link to %s beside the host app',
  (href) => {
    const drawn = articleText([{ kind: 'link', href, children: [text('Read more')] }])

    const link = drawn.querySelector('a')
    expect(link?.getAttribute('href')).toBe(href)
    expect(link?.target).toBe('_blank')
    expect(link?.rel).toContain('noopener')
  },
)

it('shows an image from the web with its words, and none from anywhere else', () => {
  const drawn = articleText([
    { kind: 'image', src: 'javascript:alert(1)', alt: 'x' },
    { kind: 'image', src: 'data:image/svg+xml,x', alt: 'y' },
    { kind: 'image', src: 'https://example.com/a.png', alt: 'The list' },
  ])

  expect([...drawn.querySelectorAll('img')].map(({ alt }) => alt)).toEqual(['The list'])
})

it('shows text that looks like markup as text', () => {
  const drawn = articleText([{ kind: 'paragraph', children: [text('<img src=x onerror=alert(1)>')] }])

  expect(drawn.querySelector('img')).toBeNull()
  expect(drawn.querySelector('p')?.textContent).toBe('<img src=x onerror=alert(1)>')
})

it('draws headings below the title of the panel, lists, quotes, code and emphasis', () => {
  const drawn = articleText([
    { kind: 'heading', level: 2, children: [text('Steps')] },
    { kind: 'list', ordered: true, children: [{ kind: 'item', children: [text('Open it')] }] },
    { kind: 'quote', children: [{ kind: 'paragraph', children: [text('As the manual says')] }] },
    { kind: 'code', text: 'GET /', block: true },
    { kind: 'paragraph', children: [{ kind: 'strong', children: [text('now')] }, { kind: 'break' }] },
  ])

  expect(drawn.querySelector('h3')?.textContent).toBe('Steps')
  expect(drawn.querySelector('ol > li')?.textContent).toBe('Open it')
  expect(drawn.querySelector('blockquote p')?.textContent).toBe('As the manual says')
  expect(drawn.querySelector('pre')?.textContent).toBe('GET /')
  expect(drawn.querySelector('p > strong + br')?.previousSibling?.textContent).toBe('now')
})

it('draws a table in a place that scrolls by itself, with heads and the alignment of its columns', () => {
  const cell = (said: string, head: boolean, align: 'right' | null): ArticleNode => ({
    kind: 'cell',
    head,
    align,
    children: [text(said)],
  })
  const row = (...children: ArticleNode[]): ArticleNode => ({ kind: 'row', children })
  const drawn = articleText([
    {
      kind: 'table',
      children: [
        row(cell('Plan', true, null), cell('Fee', true, 'right')),
        row(cell('Pro', false, null), cell('1', false, 'right')),
      ],
    },
  ])

  const cells = [...drawn.querySelectorAll('[tabindex="0"] > table > tr > *')]
  expect(cells.map((each) => [each.localName, each.textContent, each.getAttribute('align')])).toEqual([
    ['th', 'Plan', null],
    ['th', 'Fee', 'right'],
    ['td', 'Pro', null],
    ['td', '1', 'right'],
  ])
})
