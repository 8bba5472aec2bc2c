import type { ArticlePage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { writing } from './testing-articles.ts'

describeOnBothStores('the list of articles', (heed) => {
  it('stands in the list with its other languages', async () => {
    const { ada, draft, publish } = await writing(heed)
    const english = await draft({ title: 'Fees', slug: 'fees' })
    const german = await publish(await draft({ title: 'Gebühren', slug: 'fees', locale: 'de' }))
    await draft({ title: 'Cards' })

    const { body: list } = await ada.get<ArticlePage>('/articles')

    const versions = Object.fromEntries(list.items.map((item) => [item.title, item.versions]))
    expect(versions).toEqual({
      Fees: [{ articleId: german.id, locale: 'de', state: 'published' }],
      Gebühren: [{ articleId: english.id, locale: 'en', state: 'draft' }],
      Cards: [],
    })
  })

  it('is found by words, area, language and state, page by page', async () => {
    const { ada, areaId, draft, publish } = await writing(heed)
    await publish(await draft({ title: 'Fees abroad', areaId }))
    heed.clock.advance('1m')
    await draft({ title: 'Gebühren', locale: 'de' })
    heed.clock.advance('1m')
    await draft({ title: 'Cards', summary: 'Fees of cards' })
    const titles = async (query: string) =>
      (await ada.get<ArticlePage>(`/articles?${query}`)).body.items.map(({ title }) => title)

    expect(await titles('q=FEES')).toEqual(['Cards', 'Fees abroad'])
    expect(await titles('q=fees+abroad')).toEqual(['Fees abroad'])
    expect(await titles(`areaId=${areaId}`)).toEqual(['Fees abroad'])
    expect(await titles('areaId=none')).toEqual(['Cards', 'Gebühren'])
    expect(await titles('locale=de')).toEqual(['Gebühren'])
    expect(await titles('state=published')).toEqual(['Fees abroad'])
    const first = await ada.get<ArticlePage>('/articles?limit=2')
    expect(first.body).toMatchObject({ total: 3, items: [{ title: 'Cards' }, { title: 'Gebühren' }] })
    expect(await titles(`limit=2&cursor=${first.body.nextCursor}`)).toEqual(['Fees abroad'])
  })
})
