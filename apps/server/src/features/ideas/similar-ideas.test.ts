import type { IdeaTitles } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

describeOnBothStores('ideas that are like a text', (heed) => {
  it('are found by what they say, the closest first, without those that are settled or merged', async () => {
    const { ada } = await heed.workspace()
    const create = async (title: string, body?: string) =>
      (await ada.send<{ id: string }>('POST', '/ideas', { title, ...(body && { body }) })).body.id
    const approve = await create('Approve several transfers at once', 'Thirty transfers wait for me each month.')
    const bulk = await create('Confirm transfers in bulk')
    const closed = await create('Approve transfers by fax')
    await create('Dark mode on the website')
    await ada.send('PUT', `/ideas/${bulk}/merge`, { intoId: approve })
    await ada.send('PATCH', `/ideas/${closed}`, { state: 'closed' })
    const similar = async (text: string) =>
      (await ada.get<IdeaTitles>(`/ideas/similar?text=${encodeURIComponent(text)}`)).body.items

    expect((await similar('Approve many transfers')).map(({ id }) => id)).toEqual([approve])
    expect(await similar('')).toEqual([])
  })
})
