import type { BoardIdea, IdeaBoard } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signerOf } from '../../testing/signed.ts'

describeOnBothStores('an idea, to a browser that claims to be somebody', (heed) => {
  type Browser = Awaited<ReturnType<typeof setUp>>['maria']
  /** Two browsers that claim to be the same user, an idea of somebody else, and one that the first filed. */
  const setUp = async () => {
    const { visitor, ada } = await heed.workspace()
    const [author, maria, claimant] = [visitor(), visitor(), visitor()]
    const ideaId = heed.deps.newId('idea')
    const ownIdeaId = heed.deps.newId('idea')
    await author.put(`/ideas/${ideaId}`, { title: 'Export to DATEV' })
    for (const browser of [maria, claimant]) await browser.put('/person', { userId: 'maria' })
    await maria.put(`/ideas/${ownIdeaId}`, { title: 'Dark theme' })
    return { maria, claimant, ada, ideaId, ownIdeaId }
  }
  const vote = (browser: Browser, ideaId: string, voted: boolean, more = {}) =>
    browser.put<BoardIdea>(`/ideas/${ideaId}/vote`, { voted, ...more })
  const seen = async (browser: Browser, ideaId: string) => {
    const { items } = (await browser.get<IdeaBoard>('/ideas')).body
    return items.filter(({ id }) => id === ideaId).map(({ votes, voted }) => ({ votes, voted }))
  }
  const votes = async () => {
    const { db, tables } = heed.store.read
    return db.select().from(tables.votes)
  }

  it('does not tell that they voted for it', async () => {
    const { maria, claimant, ideaId, ownIdeaId } = await setUp()

    await vote(maria, ideaId, true)

    expect(await seen(maria, ideaId)).toEqual([{ votes: 2, voted: true }])
    expect(await seen(claimant, ideaId)).toEqual([{ votes: 2, voted: false }])
    expect(await seen(claimant, ownIdeaId)).toEqual([{ votes: 1, voted: false }])
  })

  it('does not give back their vote', async () => {
    const { maria, claimant, ideaId } = await setUp()
    await vote(maria, ideaId, true)

    const taken = await vote(claimant, ideaId, false)

    expect(taken.status).toBe(200)
    expect(taken.body).toMatchObject({ votes: 2, voted: false })
    expect(await seen(maria, ideaId)).toEqual([{ votes: 2, voted: true }])
  })

  it('takes no second vote of theirs, and the first stays as it is and where it was given', async () => {
    const { maria, claimant, ideaId } = await setUp()
    await vote(maria, ideaId, true, { reason: 'Our accountant asks' })
    const before = await votes()

    const given = await vote(claimant, ideaId, true, { reason: 'Nobody needs it' })

    expect(given.body).toMatchObject({ votes: 2, voted: false })
    expect(await votes()).toEqual(before)
    expect((await vote(maria, ideaId, false)).body).toMatchObject({ votes: 1, voted: false })
  })

  it('counts one vote when both browsers give theirs at once', async () => {
    const { maria, claimant, ideaId } = await setUp()

    const given = await Promise.all([maria, claimant].map((browser) => vote(browser, ideaId, true)))

    expect(given.map(({ status }) => status)).toEqual([200, 200])
    expect(given.filter(({ body }) => body.voted)).toHaveLength(1)
    expect(await seen(maria, ideaId)).toMatchObject([{ votes: 2 }])
  })

  it('refuses a new vote once it is settled, whether they had voted or not', async () => {
    const { maria, claimant, ada, ideaId, ownIdeaId } = await setUp()
    for (const id of [ideaId, ownIdeaId]) await ada.send('PATCH', `/ideas/${id}`, { state: 'shipped' })

    const replies = [await vote(claimant, ownIdeaId, true), await vote(claimant, ideaId, true)]

    expect(replies.map(({ problem }) => problem.code)).toEqual(['idea_settled', 'idea_settled'])
    expect(await seen(maria, ownIdeaId)).toEqual([{ votes: 1, voted: true }])
  })

  it('does not tell whether they had it', async () => {
    const { maria, claimant, ideaId, ownIdeaId } = await setUp()

    const replies = [
      await claimant.put(`/ideas/${ownIdeaId}`, { title: 'Mine' }),
      await claimant.put(`/ideas/${ideaId}`, { title: 'Mine' }),
    ]

    expect(replies[0]?.problem).toMatchObject({ status: 409, code: 'id_taken' })
    expect(replies[1]?.problem).toEqual(replies[0]?.problem)
    expect((await maria.put<BoardIdea>(`/ideas/${ownIdeaId}`, { title: 'Again' })).body.title).toBe('Dark theme')
  })

  it('stays theirs alone when they had it and voted before they said who they are', async () => {
    const { visitor } = await heed.workspace()
    const [claimant, anonymous] = [visitor(), visitor()]
    const ideaId = heed.deps.newId('idea')
    await anonymous.put(`/ideas/${ideaId}`, { title: 'Export to DATEV' })
    await claimant.put('/person', { userId: 'maria' })

    await anonymous.put('/person', { userId: 'maria' })

    expect(await seen(claimant, ideaId)).toEqual([{ votes: 1, voted: false }])
    expect((await vote(claimant, ideaId, false)).body).toMatchObject({ votes: 1 })
    expect((await claimant.put(`/ideas/${ideaId}`, { title: 'Mine' })).problem.code).toBe('id_taken')
    expect(await seen(anonymous, ideaId)).toEqual([{ votes: 1, voted: true }])
  })

  it('is theirs in every browser for which it is vouched who they are, also a vote that a member cast', async () => {
    const { visitor, ada, workspaceId } = await heed.workspace()
    const host = await signerOf(heed, workspaceId)
    const [phone, desk, claimant] = [visitor(), visitor(), visitor()]
    for (const browser of [phone, desk]) await browser.put('/person', { token: await host.sign({ sub: 'maria' }) })
    await claimant.put('/person', { userId: 'maria' })
    const [given, cast] = [heed.deps.newId('idea'), heed.deps.newId('idea')]
    for (const id of [given, cast]) await visitor().put(`/ideas/${id}`, { title: 'Export' })
    await vote(phone, given, true)
    const [{ personId } = { personId: '' }] = (await votes()).filter(
      ({ ideaId, trust }) => ideaId === given && trust === 'verified',
    )
    await ada.send('PUT', `/ideas/${cast}/votes/${personId}`, {})

    for (const id of [given, cast]) {
      expect(await seen(desk, id)).toEqual([{ votes: 2, voted: true }])
      expect(await seen(claimant, id)).toEqual([{ votes: 2, voted: false }])
    }
    expect((await vote(desk, given, false)).body).toMatchObject({ votes: 1, voted: false })
  })
})
