import type { SuggestionList } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { createArticle } from './create-article.ts'
import { createSuggesters } from './suggesters.ts'

const asked = 'the plastic thing you promised is still somewhere in the post'
const inOtherWords = 'still waiting for the plastic thing from the post'

describeOnBothStores('learning from solved requests', (heed) => {
  const withSolved = async (requests: number) => {
    const workspace = await heed.workspace()
    const publish = (slug: string, title: string, body: string) =>
      createArticle(heed.deps, workspace.workspaceId, { slug, locale: 'en', title, body, areaId: null })
    const cardId = await publish('card', 'My card has not arrived', 'Cards arrive within five days.')
    await publish('fees', 'Fees for transfers abroad', 'Transfers abroad cost a small fee.')
    await publish('pin', 'Change your PIN', 'At a cash machine.')
    const { visitor } = workspace
    const suggested = async () =>
      (await visitor().post<SuggestionList>('/suggestions', { text: inOtherWords })).body.items.map(
        ({ articleId }) => articleId,
      )
    const before = await suggested()
    for (let i = 0; i < requests; i++) {
      await visitor().put(`/deflections/${heed.deps.newId('deflection')}`, { articleId: cardId, text: asked })
    }
    return { ...workspace, cardId, suggested, before }
  }

  it('finds the article in the words of who was helped by it, at once', async () => {
    const { before, suggested, cardId } = await withSolved(3)

    expect(before).toEqual([])
    expect((await suggested())[0]).toBe(cardId)
  })

  it('knows it after a restart, and on a server that was running meanwhile', async () => {
    const other = createSuggesters(heed.store, heed.clock.now)
    const { workspaceId, visitor, cardId } = await withSolved(0)
    const suggestedBy = async (suggesters: typeof other) =>
      (await suggesters.of(workspaceId)).suggester.suggest(inOtherWords).map(({ documentId }) => documentId)
    expect(await suggestedBy(other)).toEqual([])

    for (let i = 0; i < 3; i++) {
      await visitor().put(`/deflections/${heed.deps.newId('deflection')}`, { articleId: cardId, text: asked })
    }
    heed.clock.advance('6s')

    expect((await suggestedBy(other))[0]).toBe(cardId)
    expect((await suggestedBy(createSuggesters(heed.store, heed.clock.now)))[0]).toBe(cardId)
  })
})
