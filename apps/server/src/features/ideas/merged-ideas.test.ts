import type { BoardIdea, IdeaBoard, IdeaDetail, IdeaList, IdeaVotePage, UnreadCount } from '@heed/contracts'
import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

describeOnBothStores('ideas that are the same', (heed) => {
  const setUp = async () => {
    const workspace = await heed.workspace()
    const { ada, visitor, workspaceId } = workspace
    const create = async (title: string) => (await ada.send<{ id: string }>('POST', '/ideas', { title })).body.id
    const vote = (browser: ReturnType<typeof visitor>, ideaId: string, voted = true, more = {}) => {
      heed.clock.advance('1m')
      return browser.put<BoardIdea>(`/ideas/${ideaId}/vote`, { voted, ...more })
    }
    const merge = (ideaId: string, intoId: string) => ada.send<IdeaDetail>('PUT', `/ideas/${ideaId}/merge`, { intoId })
    const unmerge = (ideaId: string) => ada.send<IdeaDetail>('DELETE', `/ideas/${ideaId}/merge`)
    const rows = async (...ideaIds: string[]) => {
      const { db, tables } = heed.store.read
      const all = await db.select().from(tables.votes).where(eq(tables.votes.workspaceId, workspaceId))
      return all
        .filter(({ ideaId }) => ideaIds.length === 0 || ideaIds.includes(ideaId))
        .toSorted((a, b) => (a.personId + a.ideaId < b.personId + b.ideaId ? -1 : 1))
    }
    const list = async () => (await ada.get<IdeaList>('/ideas')).body.items.map(({ title, votes }) => [title, votes])
    return { ...workspace, create, vote, merge, unmerge, rows, list }
  }

  it('have their votes counted once a person, with the first of each, and lead to the one that stands', async () => {
    const { create, vote, merge, list, ada, visitor } = await setUp()
    const [maria, jonas, lena] = [visitor(), visitor(), visitor()]
    const bulk = await create('Confirm in bulk')
    const many = await create('Approve several at once')
    await vote(maria, bulk, true, { reason: 'Thirty a month' })
    await vote(maria, many, true, { reason: 'Again' })
    await vote(jonas, many)
    await vote(lena, bulk)

    const merged = await merge(bulk, many)

    expect(merged.body).toMatchObject({
      id: many,
      votes: 3,
      merged: [{ id: bulk, title: 'Confirm in bulk', votes: 2 }],
    })
    expect(await list()).toEqual([['Approve several at once', 3]])
    expect((await ada.get<IdeaDetail>(`/ideas/${bulk}`)).body.id).toBe(many)
    const { items } = (await ada.get<IdeaVotePage>(`/ideas/${many}/votes`)).body
    expect(items.map(({ reason, from }) => [reason, from?.title ?? null])).toEqual([
      [null, 'Confirm in bulk'],
      [null, null],
      ['Thirty a month', 'Confirm in bulk'],
    ])
    const board = (await maria.get<IdeaBoard>('/ideas')).body.items
    expect(board).toMatchObject([{ id: many, votes: 3, voted: true }])
  })

  it('leave no answer unread that nobody can look at any more', async () => {
    const { ada, create, vote, merge, visitor } = await setUp()
    const maria = visitor()
    const [bulk, many] = [await create('Confirm in bulk'), await create('Approve several at once')]
    await vote(maria, many)
    await vote(maria, bulk)
    const unread = async () => (await maria.get<UnreadCount>('/unread')).body.answers
    heed.clock.advance('1m')
    await ada.send('PATCH', `/ideas/${bulk}`, { state: 'planned' })
    expect(await unread()).toBe(1)

    await merge(bulk, many)

    const board = (await maria.get<IdeaBoard>('/ideas')).body.items
    expect(board.map(({ id, answer }) => [id, answer])).toEqual([[many, null]])
    expect(await unread()).toBe(0)
  })

  it('take a vote for any of them as one for that which stands', async () => {
    const { create, vote, merge, unmerge, rows, list, visitor } = await setUp()
    const [bulk, many] = [await create('bulk'), await create('many')]
    await merge(bulk, many)

    const given = await vote(visitor(), bulk)

    expect(given.body).toMatchObject({ id: many, votes: 1, voted: true })
    await unmerge(bulk)
    expect((await list()).toSorted()).toEqual([
      ['bulk', 0],
      ['many', 1],
    ])
    expect(await rows(bulk)).toEqual([])
  })

  it('stand as before once a merge is undone, whatever votes there were and however they were merged', async () => {
    const { create, merge, unmerge, rows, list, workspaceId } = await setUp()
    const ids = [await create('a'), await create('b'), await create('c')]
    const { tables } = heed.store.read
    const Votes = fc.uniqueArray(fc.record({ person: fc.nat(4), idea: fc.nat(2), at: fc.nat(5) }), {
      selector: ({ person, idea }) => `${person} ${idea}`,
      maxLength: 12,
    })
    const Steps = fc.array(fc.tuple(fc.nat(2), fc.nat(2)), { minLength: 1, maxLength: 4 })

    await fc.assert(
      fc.asyncProperty(Votes, Steps, async (votes, steps) => {
        await heed.store.write(async (tx) => {
          await tx.db.delete(tables.votes).where(and(eq(tables.votes.workspaceId, workspaceId)))
          for (const { person, idea, at } of votes) {
            await tx.db.insert(tables.votes).values({
              workspaceId,
              ideaId: ids[idea] ?? '',
              personId: `ppl_${person}`,
              traits: {},
              trust: 'verified',
              reason: `${person} for ${idea}`,
              createdAt: new Date(at),
            })
          }
        })
        const before = await rows()
        const listed = await list()
        const done: string[] = []
        const between: unknown[] = []
        for (const [from, into] of steps) {
          const merged = ids[from] ?? ''
          const then = await rows()
          if ((await merge(merged, ids[into] ?? '')).status === 200) {
            done.push(merged)
            between.push(then)
          }
        }

        // Backwards, each step gives back exactly what was there before it.
        for (const merged of done.toReversed()) {
          await unmerge(merged)
          expect(await rows()).toEqual(between.pop())
        }
        expect(await rows()).toEqual(before)
        expect((await list()).toSorted()).toEqual(listed.toSorted())
      }),
      { numRuns: 6 },
    )
  })

  it('give back a vote wholly when it is taken back, and keep what another browser gave', async () => {
    const { create, vote, merge, unmerge, list, visitor } = await setUp()
    const [maria, claimant] = [visitor(), visitor()]
    for (const browser of [maria, claimant]) await browser.put('/person', { userId: 'maria' })
    const [bulk, many, other] = [await create('bulk'), await create('many'), await create('other')]
    await vote(maria, bulk)
    await vote(maria, many)
    await vote(claimant, other)
    await merge(bulk, many)
    await merge(other, many)

    const taken = await vote(maria, bulk, false)

    expect(taken.body).toMatchObject({ votes: 1, voted: false })
    await unmerge(bulk)
    await unmerge(other)
    expect(new Map((await list()) as [string, number][])).toEqual(
      new Map([
        ['many', 0],
        ['bulk', 0],
        ['other', 1],
      ]),
    )
  })

  it('cannot be merged in a circle, twice, or with one of another workspace', async () => {
    const { create, merge, ada } = await setUp()
    const stranger = await (await setUp()).create('theirs')
    const [bulk, many, other] = [await create('bulk'), await create('many'), await create('other')]
    await merge(bulk, many)

    const refused = [await merge(bulk, other), await merge(many, bulk), await merge(many, many)]

    expect(refused.map(({ problem }) => problem.code)).toEqual(Array(3).fill('idea_merged'))
    expect((await merge(other, stranger)).problem.code).toBe('idea_not_found')
    expect((await ada.send('PATCH', `/ideas/${bulk}`, { title: 'x' })).problem.code).toBe('idea_merged')
    expect((await ada.send('DELETE', `/ideas/${bulk}`)).problem.code).toBe('idea_merged')
  })

  it('go together when the one that stands is removed', async () => {
    const { create, vote, merge, rows, list, ada, visitor } = await setUp()
    const [bulk, many, other] = [await create('bulk'), await create('many'), await create('other')]
    const maria = visitor()
    for (const ideaId of [bulk, many, other]) await vote(maria, ideaId)
    await merge(bulk, many)

    expect((await ada.send('DELETE', `/ideas/${many}`)).status).toBe(204)

    expect(await list()).toEqual([['other', 1]])
    expect(await rows()).toHaveLength(1)
    expect((await ada.get(`/ideas/${bulk}`)).problem.code).toBe('idea_not_found')
  })

  it('stay where a member removes what was merged with others, or changed, unseen', async () => {
    const { create, merge, unmerge, list, ada } = await setUp()
    const [bulk, many] = [await create('bulk'), await create('many')]
    const seen = async () => (await ada.get<IdeaDetail>(`/ideas/${many}`)).body.updatedAt
    const remove = (basedOn: string) => ada.send('DELETE', `/ideas/${many}?basedOn=${basedOn}`)
    const asked = await seen()
    await merge(bulk, many)
    const merged = await seen()

    const refused = [await remove(asked)]
    await unmerge(bulk)
    refused.push(await remove(merged))
    const apart = await seen()
    await ada.send('PATCH', `/ideas/${many}`, { state: 'planned' })
    refused.push(await remove(apart))

    expect(refused.map(({ status, problem }) => [status, problem.code])).toEqual(Array(3).fill([409, 'idea_changed']))
    expect(await list()).toHaveLength(2)
    expect((await remove('today')).problem.errors?.map(({ field }) => field)).toEqual(['basedOn'])
    expect((await remove(await seen())).status).toBe(204)
    expect(await list()).toEqual([['bulk', 0]])
  })

  it('keep one vote of two people who turn out to be one, in whichever of them each voted', async () => {
    const { create, vote, merge, unmerge, list, visitor } = await setUp()
    const [known, anonymous] = [visitor(), visitor()]
    await known.put('/person', { userId: 'maria' })
    const [bulk, many] = [await create('bulk'), await create('many')]
    await vote(anonymous, bulk)
    await vote(known, many)
    await merge(bulk, many)
    expect(await list()).toEqual([['many', 2]])

    await anonymous.put('/person', { userId: 'maria' })

    expect(await list()).toEqual([['many', 1]])
    await unmerge(bulk)
    expect((await list()).toSorted()).toEqual([
      ['bulk', 0],
      ['many', 1],
    ])
  })
})
