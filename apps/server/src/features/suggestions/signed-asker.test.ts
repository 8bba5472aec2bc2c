import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signerOf } from '../../testing/signed.ts'
import { askingIn } from './testing-requests.ts'

describeOnBothStores('suggestions of ideas', (heed) => {
  it('know the vote of whoever is signed, from each of their browsers, and of nobody who only claims to be them', async () => {
    const { ask, visitor, workspaceId } = await askingIn(heed)
    const { sign } = await signerOf(heed, workspaceId)
    const [first, second, claiming] = [visitor(), visitor(), visitor()]
    for (const browser of [first, second]) await browser.put('/person', { token: await sign({ sub: 'maria' }) })
    await claiming.put('/person', { userId: 'maria' })
    const ideaId = heed.deps.newId('idea')
    await first.put(`/ideas/${ideaId}`, { title: 'See on a map where my card is' })
    heed.clock.advance('6s')
    const seenBy = async (browser: typeof first) =>
      (await ask(browser, 'where is my card, show it on a map')).items.find(({ kind }) => kind === 'idea')

    expect(await seenBy(first)).toMatchObject({ ideaId, votes: 1, voted: true })
    expect(await seenBy(second)).toMatchObject({ ideaId, votes: 1, voted: true })
    expect(await seenBy(claiming)).toMatchObject({ ideaId, votes: 1, voted: false })
  })
})
