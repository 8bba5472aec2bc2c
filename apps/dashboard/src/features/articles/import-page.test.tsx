import { act } from 'preact/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { called, openPage, press } from '../segments/testing.tsx'
import { ArticleImportPage } from './import-page.tsx'
import { changesOf, idOf, memberOf, reportOf, type Served, serveArticles } from './testing.tsx'

let served: Served
let page: Awaited<ReturnType<typeof openPage>>

beforeEach(async () => {
  served = serveArticles()
  page = await openPage('/articles/import', <ArticleImportPage member={memberOf('admin')} />)
})
afterEach(() => {
  page.close()
  vi.unstubAllGlobals()
})

const choose = (name: string) =>
  act(() => {
    const input = called('File to import')
    if (!(input instanceof HTMLInputElement)) throw new Error('no input')
    Object.defineProperty(input, 'files', { value: [new File(['zip'], name)], configurable: true })
    input.dispatchEvent(new Event('change', { bubbles: true }))
  })
const text = () => page.root.textContent ?? ''
const queries = () => changesOf(served).map(({ query }) => query)

it('says what would happen, file by file and line by line, before it happens', async () => {
  served.report = reportOf({
    created: 1,
    leftOut: 1,
    areas: ['Cards'],
    files: [
      {
        path: 'docs/cards.md',
        outcome: 'created',
        reason: null,
        articleId: null,
        title: 'Cards',
        locale: 'en',
        notes: [{ line: 7, kind: 'broken_link', target: 'gone.md' }],
      },
      {
        path: 'docs/fees.md',
        outcome: 'same',
        reason: null,
        articleId: idOf('a'),
        title: 'Fees',
        locale: 'en',
        notes: [],
      },
      {
        path: 'docs/empty.md',
        outcome: 'left_out',
        reason: 'empty',
        articleId: null,
        title: null,
        locale: null,
        notes: [],
      },
    ],
  })
  await press('Check the file')
  expect(queries()).toEqual([])
  await choose('docs.zip')
  await press('Check the file')

  await vi.waitFor(() => expect(text()).toContain('This would happen'))
  expect(text()).toContain('1 article new')
  expect(text()).toContain('New areas: Cards')
  expect(text()).toContain('Line 7 Link that leads nowhere: gone.md')
  expect(text()).toContain('nothing in it')
  expect(text()).not.toContain('docs/fees.md')
  await press('Import')

  await vi.waitFor(() => expect(text()).toContain('This happened'))
  const options = 'format=markdown&publish=false&createAreas=true&overwrite=false'
  expect(queries()).toEqual([`?${options}&dryRun=true`, `?${options}&dryRun=false`])
  expect(called('Look at the articles').getAttribute('href')).toBe('/articles')
})

it('forgets what it said when the file is to be taken in another way', async () => {
  await choose('export.json')
  await press('Check the file')
  await vi.waitFor(() => expect(text()).toContain('This would happen'))

  await act(() => called('Publish new articles at once', 'label').querySelector('input')?.click())

  expect(text()).not.toContain('This would happen')
  expect(queries()[0]).toContain('format=zendesk')
})

it('says why a file cannot be read', async () => {
  served.refuse = { begins: 'POST', with: { status: 400, code: 'articles_unreadable' } }
  await choose('docs.zip')
  await press('Check the file')

  await vi.waitFor(() => expect(page.root.querySelector('[role=alert]')?.textContent).toContain('articles_unreadable'))
  expect(() => called('Import')).toThrow()
})
