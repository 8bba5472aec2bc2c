import type { BoardIdea, IdeaBoard } from '@heed/contracts'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

const growth = {
  accountId: 'a1',
  plan: 'growth',
  spendMinor: 12_900,
  currency: 'USD',
  createdAt: '2025-09-02T10:00:00Z',
}

describeOnBothStores('an idea', (heed) => {
  type Browser = ReturnType<Awaited<ReturnType<typeof heed.workspace>>['visitor']>
  const file = async (browser: Browser, title = 'Export to DATEV') => {
    const ideaId = heed.deps.newId('idea')
    expect((await browser.put(`/ideas/${ideaId}`, { title })).status).toBe(200)
    return ideaId
  }
  const vote = (browser: Browser, ideaId: string, voted: boolean, more = {}) =>
    browser.put<BoardIdea>(`/ideas/${ideaId}/vote`, { voted, ...more })
  const board = async (browser: Browser) => (await browser.get<IdeaBoard>('/ideas')).body.items
  const votesFor = async (ideaId: string) => {
    const { db, tables } = heed.store.read
    return db.select().from(tables.votes).where(eq(tables.votes.ideaId, ideaId))
  }

  it('is filed with its author’s vote, and everyone sees it without its author', async () => {
    const { visitor } = await heed.workspace()
    const [maria, other] = [visitor(), visitor()]
    await maria.put('/person', { userId: 'maria', name: 'Maria', account: growth })
    const ideaId = heed.deps.newId('idea')

    const filed = await maria.put<BoardIdea>(`/ideas/${ideaId}`, { title: ' Export to DATEV ', body: 'Each month' })

    const idea = {
      id: ideaId,
      title: 'Export to DATEV',
      body: 'Each month',
      state: 'open',
      votes: 1,
      answer: null,
      createdAt: heed.clock.now().toISOString(),
    }
    expect(filed.body).toEqual({ ...idea, voted: true })
    expect(await board(maria)).toEqual([{ ...idea, voted: true }])
    expect(await board(other)).toEqual([{ ...idea, voted: false }])
  })

  it('is the same idea when it arrives again, and belongs to the one who filed it', async () => {
    const { visitor } = await heed.workspace()
    const [maria, other] = [visitor(), visitor()]
    const ideaId = await file(maria, 'Export to DATEV')
    await vote(maria, ideaId, false)

    const again = await maria.put<BoardIdea>(`/ideas/${ideaId}`, { title: 'Something else' })
    const byOther = await other.put(`/ideas/${ideaId}`, { title: 'Mine' })

    expect(again.body).toMatchObject({ title: 'Export to DATEV', votes: 0, voted: false })
    expect(byOther.problem).toMatchObject({ status: 409, code: 'id_taken' })
    expect(await board(other)).toHaveLength(1)
  })

  it('is stored once, with one vote, when it arrives many times at once', async () => {
    const { visitor } = await heed.workspace()
    const maria = visitor()
    const ideaId = heed.deps.newId('idea')

    const replies = await Promise.all(
      Array.from({ length: 6 }, () => maria.put(`/ideas/${ideaId}`, { title: 'Dark theme' })),
    )

    expect(replies.map(({ status }) => status)).toEqual(Array(6).fill(200))
    expect(await board(maria)).toMatchObject([{ id: ideaId, votes: 1 }])
  })

  it('refuses a title of spaces, and one without end', async () => {
    const { visitor } = await heed.workspace()
    const put = (title: string) => visitor().put(`/ideas/${heed.deps.newId('idea')}`, { title })

    expect((await put('   ')).problem.errors).toMatchObject([{ field: 'title' }])
    expect((await put('a'.repeat(121))).problem.code).toBe('invalid_input')
  })

  it('takes one vote of a person, and gives it back', async () => {
    const { visitor } = await heed.workspace()
    const other = visitor()
    const ideaId = await file(visitor())

    const given = [await vote(other, ideaId, true), await vote(other, ideaId, true)]
    const taken = [await vote(other, ideaId, false), await vote(other, ideaId, false)]

    expect(given.map(({ body }) => [body.votes, body.voted])).toEqual(Array(2).fill([2, true]))
    expect(taken.map(({ body }) => [body.votes, body.voted])).toEqual(Array(2).fill([1, false]))
  })

  it('keeps plan, spend and tenure as of the vote, and a reason that follows', async () => {
    const { visitor } = await heed.workspace()
    const ideaId = await file(visitor())
    const maria = visitor()
    await maria.put('/person', { userId: 'maria', account: growth })
    const votedAt = heed.clock.now()
    heed.clock.advance('2h')
    await vote(maria, ideaId, true, { ageMs: 2 * 3_600_000 })
    await maria.put('/person', { userId: 'maria', account: { ...growth, plan: 'scale', spendMinor: 90_000 } })

    await vote(maria, ideaId, true, { reason: 'Our accountant asks' })
    await vote(maria, ideaId, true)

    const [kept] = (await votesFor(ideaId)).filter(({ accountId }) => accountId !== null)
    expect(kept).toMatchObject({
      plan: 'growth',
      spendMinor: 12_900,
      currency: 'USD',
      tenureDays: Math.floor((votedAt.getTime() - Date.parse(growth.createdAt)) / 86_400_000),
      trust: 'unverified',
      reason: 'Our accountant asks',
      createdAt: votedAt,
    })
  })

  it.each(['shipped', 'closed'])('takes no new vote once it is %s, but gives one back', async (state) => {
    const { visitor, ada } = await heed.workspace()
    const [maria, other] = [visitor(), visitor()]
    const ideaId = await file(maria)
    await ada.send('PATCH', `/ideas/${ideaId}`, { state })

    const refused = await vote(other, ideaId, true)
    const repeated = await vote(maria, ideaId, true)
    const taken = await vote(maria, ideaId, false)

    expect(refused.problem).toMatchObject({ status: 409, code: 'idea_settled' })
    expect(repeated.status).toBe(200)
    expect(taken.body).toMatchObject({ votes: 0, voted: false, state })
  })

  it('is unknown in another workspace', async () => {
    const [here, there] = [await heed.workspace(), await heed.workspace()]
    const ideaId = await file(there.visitor())
    const stranger = here.visitor()

    const replies = [await vote(stranger, ideaId, true), await vote(stranger, ideaId, false)]

    expect(replies.map(({ problem }) => problem.code)).toEqual(['idea_not_found', 'idea_not_found'])
    expect(await board(stranger)).toEqual([])
    expect(await votesFor(ideaId)).toHaveLength(1)
  })

  it('stands on the board by its votes, newest first among equals, shipped and closed last', async () => {
    const { visitor, ada } = await heed.workspace()
    const [author, ...others] = Array.from({ length: 4 }, visitor) as [Browser, ...Browser[]]
    const titles = ['shipped', 'older', 'newer', 'wanted']
    const ids = new Map<string, string>()
    for (const title of titles) {
      ids.set(title, await file(author, title))
      heed.clock.advance('1m')
    }
    const idOf = (title: string) => ids.get(title) ?? ''
    for (const other of others) await vote(other, idOf('shipped'), true)
    for (const other of others.slice(1)) await vote(other, idOf('wanted'), true)
    await ada.send('PATCH', `/ideas/${idOf('shipped')}`, { state: 'shipped' })

    const items = await board(others[0] ?? author)

    expect(items.map(({ title, votes, voted }) => [title, votes, voted])).toEqual([
      ['wanted', 3, false],
      ['newer', 1, false],
      ['older', 1, false],
      ['shipped', 4, true],
    ])
  })

  it('keeps its author and their vote when an anonymous browser becomes a user', async () => {
    const { visitor } = await heed.workspace()
    const browser = visitor()
    const ideaId = await file(browser)

    await browser.put('/person', { userId: 'maria', account: growth })

    expect(await board(browser)).toMatchObject([{ votes: 1, voted: true }])
    expect((await browser.put(`/ideas/${ideaId}`, { title: 'Again' })).status).toBe(200)
  })

  it('counts a person once who voted anonymously in one browser and by name in another', async () => {
    const { visitor } = await heed.workspace()
    const [known, anonymous] = [visitor(), visitor()]
    await known.put('/person', { userId: 'maria', account: growth })
    const both = await file(known, 'both')
    const hers = await file(anonymous, 'hers')
    await vote(anonymous, both, true)

    await anonymous.put('/person', { userId: 'maria' })

    const seenBy = async (browser: Browser) =>
      new Map((await board(browser)).map(({ id, votes, voted }) => [id, { votes, voted }]))
    expect(await seenBy(known)).toEqual(
      new Map([
        [both, { votes: 1, voted: true }],
        [hers, { votes: 1, voted: false }],
      ]),
    )
    expect(await seenBy(anonymous)).toEqual(
      new Map([
        [both, { votes: 1, voted: false }],
        [hers, { votes: 1, voted: true }],
      ]),
    )
    expect(await votesFor(both)).toMatchObject([{ plan: 'growth' }])
  })

  it('is limited to 20 new ones an hour from one browser', async () => {
    const { visitor } = await heed.workspace()
    const [eager, other] = [visitor(), visitor()]
    const put = async (browser: Browser) =>
      (await browser.put(`/ideas/${heed.deps.newId('idea')}`, { title: 'One more' })).status

    const statuses: number[] = []
    for (let i = 0; i < 21; i++) statuses.push(await put(eager))

    expect(statuses).toEqual([...Array(20).fill(200), 429])
    expect(await put(other)).toBe(200)
  })
})
