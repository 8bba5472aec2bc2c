import type { IdeaItem, IdeaList } from '@heed/contracts'
import { balancedScore } from '@heed/stats'
import { expect, it } from 'vitest'
import { hashToken } from '../../http/tokens.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { recordPerson } from '../people/record-person.ts'

describeOnBothStores('ideas as members see them', (heed) => {
  const setUp = async () => {
    const workspace = await heed.workspace()
    const { ada, visitor } = workspace
    /** A new browser of this user; without one, an anonymous one. */
    const customer = async (userId?: string, account?: Record<string, unknown>) => {
      const browser = visitor()
      if (userId) await browser.put('/person', { userId, account: { currency: 'USD', ...account } })
      return browser
    }
    const file = async (browser: ReturnType<typeof visitor>, title: string) => {
      const ideaId = heed.deps.newId('idea')
      await browser.put(`/ideas/${ideaId}`, { title })
      heed.clock.advance('1m')
      return ideaId
    }
    const vote = async (browser: ReturnType<typeof visitor>, ideaId: string, voted = true) => {
      expect((await browser.put(`/ideas/${ideaId}/vote`, { voted })).status).toBe(200)
      heed.clock.advance('1m')
    }
    const list = async (query = '') => (await ada.get<IdeaList>(`/ideas${query}`)).body.items
    return { ...workspace, customer, file, vote, list }
  }
  const figures = ({ title, votes, accounts, spendMinor }: IdeaItem) => [title, votes, accounts, spendMinor]

  it('carry people, accounts and spend, each account once with the spend of its latest vote', async () => {
    const { customer, file, vote, list } = await setUp()
    const first = await customer('u1', { accountId: 'a1', plan: 'growth', spendMinor: 10_000 })
    const ideaId = await file(first, 'Export')
    await vote(await customer('u2', { accountId: 'a1', spendMinor: 20_000 }), ideaId)
    await vote(await customer('u3', { accountId: 'a2', spendMinor: 500 }), ideaId)
    await vote(await customer(), ideaId)

    expect((await list()).map(figures)).toEqual([['Export', 4, 2, 20_500]])
  })

  it('count only spend in the workspace’s currency', async () => {
    const { customer, file, vote, list } = await setUp()
    const ideaId = await file(await customer('u1', { accountId: 'a1', spendMinor: 10_000 }), 'Export')
    await vote(await customer('u2', { accountId: 'a2', spendMinor: 70_000, currency: 'EUR' }), ideaId)
    await vote(await customer('u3', { accountId: 'a3' }), ideaId)

    expect((await list()).map(figures)).toEqual([['Export', 3, 3, 10_000]])
  })

  it('count an account known from the host and from a browser once', async () => {
    const { customer, file, vote, list, workspaceId } = await setUp()
    const ideaId = await file(await customer('u1', { accountId: 'a1', spendMinor: 10_000 }), 'Export')
    const signed = await customer()
    await recordPerson(
      heed.deps,
      { workspaceId, source: 'server', visitorHash: hashToken(signed.token) },
      { userId: 'u9', account: { accountId: 'a1', spendMinor: 30_000, currency: 'USD' } },
    )
    await vote(signed, ideaId)

    expect((await list()).map(figures)).toEqual([['Export', 2, 1, 30_000]])
  })

  it('lose what a vote that was taken back had brought', async () => {
    const { customer, file, vote, list } = await setUp()
    const maria = await customer('u1', { accountId: 'a1', spendMinor: 10_000 })
    const ideaId = await file(maria, 'Export')

    await vote(maria, ideaId, false)

    expect((await list()).map(figures)).toEqual([['Export', 0, 0, 0]])
  })

  it('count the votes of a segment alone, as of the vote, and leave out ideas without any', async () => {
    const { customer, file, vote, list } = await setUp()
    const starter = await customer('u1', { accountId: 'a1', plan: 'starter', spendMinor: 1_900 })
    const scale = await customer('u2', { accountId: 'a2', plan: 'scale', spendMinor: 50_000 })
    const both = await file(starter, 'both')
    await file(starter, 'starter alone')
    await vote(scale, both)
    // What they pay today is not what they paid when they voted.
    await starter.put('/person', { userId: 'u1', account: { accountId: 'a1', plan: 'scale', spendMinor: 60_000 } })

    expect((await list('?segment=plan:scale')).map(figures)).toEqual([['both', 1, 1, 50_000]])
    expect((await list('?segment=plan:starter')).map(figures)).toEqual([
      ['starter alone', 1, 1, 1_900],
      ['both', 1, 1, 1_900],
    ])
    expect((await list('?segment=spend:40000..')).map(figures)).toEqual([['both', 1, 1, 50_000]])
    expect(await list('?segment=plan:nobody')).toEqual([])
  })

  it('are sorted by the figure that is asked for, shipped ones last', async () => {
    const { customer, file, vote, list, ada } = await setUp()
    const rich = await customer('u1', { accountId: 'a1', spendMinor: 900_000 })
    const poor = [
      await customer('u2', { accountId: 'a2', spendMinor: 100 }),
      await customer('u3', { accountId: 'a2', spendMinor: 100 }),
      await customer('u4', { accountId: 'a2', spendMinor: 100 }),
    ] as const
    const two = [await customer('u5', { accountId: 'a3' }), await customer('u6', { accountId: 'a4' })] as const
    await file(rich, 'spend')
    const votes = await file(poor[0], 'votes')
    for (const browser of poor.slice(1)) await vote(browser, votes)
    await vote(two[1], await file(two[0], 'accounts'))
    const done = await file(rich, 'shipped')
    for (const browser of [...poor, ...two]) await vote(browser, done)
    await ada.send('PATCH', `/ideas/${done}`, { state: 'shipped' })
    const titles = async (query: string) => (await list(query)).map(({ title }) => title)

    expect(await titles('')).toEqual(['votes', 'accounts', 'spend', 'shipped'])
    expect(await titles('?sort=accounts')).toEqual(['accounts', 'votes', 'spend', 'shipped'])
    expect(await titles('?sort=spend')).toEqual(['spend', 'votes', 'accounts', 'shipped'])
  })

  it('let no account weigh more than the share in the balanced figure, which an admin sets', async () => {
    const { customer, file, vote, list, ada, workspaceId } = await setUp()
    const admin = await signInAs(heed, workspaceId, 'admin')
    const many = await file(await customer('u0', { accountId: 'a0', spendMinor: 100 }), 'many')
    const rich = await file(await customer('big', { accountId: 'big', spendMinor: 900_000 }), 'rich')
    for (let n = 1; n < 20; n++)
      await vote(await customer(`u${n}`, { accountId: `a${n}`, spendMinor: 100 + n }), n < 10 ? rich : many)
    await vote(await customer(), rich)
    const balanced = async () => (await list('?sort=balanced')).map((idea) => [idea.title, idea.balancedMinor])

    // rich: 1,045 and the visitor's 100, of which the big one gets a tenth on top. many: 11 small ones, all within it.
    const ofRich = [101, 102, 103, 104, 105, 106, 107, 108, 109, 100]
    const ofMany = [100, 110, 111, 112, 113, 114, 115, 116, 117, 118, 119]
    const sum = (weights: number[]) => weights.reduce((total, weight) => total + weight, 0)
    const score = (weights: number[], share: number) =>
      Math.round(
        balancedScore(
          { count: weights.length, total: sum(weights), heaviest: weights.toSorted((a, b) => b - a) },
          share,
          100,
        ),
      )
    expect((await list('?sort=spend'))[0]?.title).toBe('rich')
    expect(await balanced()).toEqual([
      ['many', score(ofMany, 0.1)],
      ['rich', score([900_000, ...ofRich], 0.1)],
    ])
    expect(score([900_000, ...ofRich], 0.1)).toBeLessThan(1_200)

    expect((await ada.send('PUT', '/idea-settings', { accountShare: 0.5 })).problem.code).toBe('role_too_low')
    expect((await admin.send('PUT', '/idea-settings', { accountShare: 0.5 })).status).toBe(200)

    expect(await balanced()).toEqual([
      ['rich', 2 * sum(ofRich)],
      ['many', sum(ofMany)],
    ])
    expect((await ada.get<IdeaItem>(`/ideas/${rich}`)).body.balancedMinor).toBe(2 * sum(ofRich))
    expect((await ada.get('/ideas')).body).toMatchObject({ accountShare: 0.5 })
  })

  it('are found by state, area and words, and counted by state', async () => {
    const { customer, file, ada, areaId } = await setUp()
    const maria = await customer()
    const [shipped, theirs] = [await file(maria, 'Export to DATEV'), await file(maria, 'Dark theme')]
    await file(maria, 'Export to CSV')
    await ada.send('PATCH', `/ideas/${shipped}`, { state: 'shipped' })
    await ada.send('PATCH', `/ideas/${theirs}`, { areaId, body: 'At night I export' })
    const found = async (query: string) => {
      const { items, states } = (await ada.get<IdeaList>(`/ideas?${query}`)).body
      return [items.map(({ title }) => title).toSorted(), states.open, states.shipped]
    }

    expect(await found('search=EXPORT')).toEqual([['Dark theme', 'Export to CSV', 'Export to DATEV'], 2, 1])
    expect(await found('search=export&state=shipped')).toEqual([['Export to DATEV'], 2, 1])
    expect(await found(`areaId=${areaId}`)).toEqual([['Dark theme'], 1, 0])
    expect(await found('search=%25')).toEqual([[], 0, 0])
  })

  it.each(['sort=luck', 'segment=spend:abc'])('say what is wrong with %s', async (query) => {
    const { ada } = await heed.workspace()

    const reply = await ada.get(`/ideas?${query}`)

    expect(reply.problem.errors?.map(({ field }) => field)).toEqual([query.split('=')[0]])
  })

  it('change their state, and keep their votes', async () => {
    const { customer, file, list, ada } = await setUp()
    const ideaId = await file(await customer('u1', { accountId: 'a1', spendMinor: 10_000 }), 'Export')

    const reply = await ada.send<IdeaItem>('PATCH', `/ideas/${ideaId}`, { state: 'in_progress' })

    expect(reply.body).toMatchObject({ id: ideaId, state: 'in_progress', votes: 1, accounts: 1, spendMinor: 10_000 })
    expect(await list()).toEqual([reply.body])
    expect((await ada.send('PATCH', `/ideas/${ideaId}`, { state: 'someday' })).problem.code).toBe('invalid_input')
    expect((await ada.send('PATCH', `/ideas/${heed.deps.newId('idea')}`, { state: 'open' })).problem).toMatchObject({
      status: 404,
      code: 'idea_not_found',
    })
  })

  it('can be read by a viewer, whose role does not change their state', async () => {
    const { customer, file, list, workspaceId } = await setUp()
    const ideaId = await file(await customer(), 'Export')
    const viewer = await signInAs(heed, workspaceId, 'viewer')

    const read = await viewer.get<IdeaList>('/ideas')
    const written = await viewer.send('PATCH', `/ideas/${ideaId}`, { state: 'planned' })

    expect(read.body.items).toHaveLength(1)
    expect(written.problem).toMatchObject({ status: 403, code: 'role_too_low' })
    expect(await list()).toMatchObject([{ state: 'open' }])
  })
})
