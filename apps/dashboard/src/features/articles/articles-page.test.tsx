import { afterEach, describe, expect, it, vi } from 'vitest'
import { called, openPage } from '../segments/testing.tsx'
import { ArticlesPage } from './articles-page.tsx'
import { articleOf, idOf, memberOf, type Served, serveArticles } from './testing.tsx'

let served: Served
let page: Awaited<ReturnType<typeof openPage>>

const open = async (articles: Parameters<typeof serveArticles>[0], address = '/articles', role = 'admin' as const) => {
  served = serveArticles(articles)
  page = await openPage(address, <ArticlesPage member={memberOf(role)} />)
}
const rows = () =>
  [...page.root.querySelectorAll('tbody tr')].map((row) =>
    [...row.children].map(({ textContent }) => textContent?.trim()),
  )

afterEach(() => {
  page.close()
  vi.unstubAllGlobals()
})

describe('the list of articles', () => {
  it('says of each its languages, state, area, and what readers said', async () => {
    await open([
      articleOf({
        title: 'Fees',
        summary: 'What it costs',
        state: 'published',
        areaId: 'are_1',
        audience: 'plan:pro',
        verdicts: { helped: 12, notHelped: 0 },
        versions: [{ articleId: idOf('b'), locale: 'de', title: 'Gebühren', state: 'draft' }],
      }),
      articleOf({ id: idOf('c'), title: 'Cards' }),
    ])

    await vi.waitFor(() => expect(rows()).toHaveLength(2))
    await vi.waitFor(() => expect(rows()[0]?.[3]).toBe('Billing'))
    const [fees, cards] = rows()
    expect(fees).toMatchObject([
      'FeesWhat it costsFor some customers',
      'EnglishGerman, draft',
      'Published',
      'Billing',
      expect.any(String),
      '12',
      '0',
    ])
    expect(cards).toMatchObject(['Cards', 'English', 'Draft', 'None', expect.any(String), '–', '–'])
    expect(called('German, draft', 'a').getAttribute('href')).toBe(`/articles/${idOf('b')}`)
  })

  it('takes its filters along to an article, for the way back', async () => {
    await open([articleOf()], '/articles?segment=plan:pro&q=fees&state=draft')

    const leads = () => page.root.querySelector('tbody a')?.getAttribute('href')
    await vi.waitFor(() => expect(leads()).toBe(`/articles/${articleOf().id}?segment=plan:pro&q=fees&state=draft`))
  })

  it('asks for what the address filters by, and offers the way out where nothing fits', async () => {
    await open([articleOf()], '/articles?q=nothing&state=draft&areaId=none&locale=de')

    await vi.waitFor(() => expect(page.root.textContent).toContain('No article fits'))

    const { query } = served.asked.find(({ path }) => path === '/api/articles') ?? { query: '' }
    expect(query).toBe('?q=nothing&areaId=none&locale=de&state=draft')
    expect(called('Take all filters out').getAttribute('href')).toBe('/articles')
  })

  it('teaches the next step where there is none', async () => {
    await open([])

    await vi.waitFor(() => expect(page.root.textContent).toContain('No articles yet'))

    expect(called('Write the first').getAttribute('href')).toBe('/articles/new')
    expect(called('Import from elsewhere').getAttribute('href')).toBe('/articles/import')
    await vi.waitFor(() => expect(called(/^Help centre/).getAttribute('href')).toBe('/help/quayside'))
  })
})
