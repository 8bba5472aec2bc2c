import type { IdeaDetail, IdeaList, IdeaSplit, SegmentSize } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

describeOnBothStores('spend that adds up to more than an integer of JavaScript holds', (heed) => {
  const spendMinor = 1e13
  const many = 1_000

  /** As many accounts as that takes, each claimed in a browser, with a vote for one idea. */
  const workspace = async () => {
    const made = await heed.workspace()
    const { workspaceId, ada } = made
    const ideaId = (await ada.send<{ id: string }>('POST', '/ideas', { title: 'Export to DATEV' })).body.id
    const now = heed.clock.now()
    const common = { workspaceId, trust: 'unverified' as const, traits: {}, createdAt: now }
    const ids = Array.from({ length: many }, () => ({
      accountId: heed.deps.newId('account'),
      personId: heed.deps.newId('person'),
    }))
    await heed.store.write(async ({ db, tables }) => {
      for (let at = 0; at < many; at += 500) {
        const some = ids.slice(at, at + 500)
        const paid = { spendMinor, currency: 'USD', reportingSpendMinor: spendMinor }
        await db
          .insert(tables.accounts)
          .values(
            some.map(({ accountId }) => ({ ...common, ...paid, id: accountId, externalId: accountId, updatedAt: now })),
          )
        await db.insert(tables.people).values(
          some.map(({ personId, accountId }) => ({
            ...common,
            id: personId,
            userId: personId,
            accountId,
            updatedAt: now,
          })),
        )
        await db.insert(tables.votes).values(some.map((who) => ({ ...common, ...paid, ...who, ideaId })))
      }
    })
    return { ...made, ideaId }
  }

  it('is told in sizes of segments and of ideas', async () => {
    const { ada, ideaId } = await workspace()

    const size = await ada.get<SegmentSize>('/segment/size')
    const ideas = await ada.get<IdeaList>('/ideas')
    const idea = await ada.get<IdeaDetail>(`/ideas/${ideaId}`)
    const split = await ada.get<IdeaSplit>(`/ideas/${ideaId}/split`)

    expect([size, ideas, idea, split].map(({ status }) => status)).toEqual([200, 200, 200, 200])
    expect(size.body.spendMinor).toBeCloseTo(spendMinor * many, -6)
    expect(idea.body.spendMinor).toBeCloseTo(spendMinor * many, -6)
  })
})
