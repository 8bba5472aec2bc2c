import type { AccountPage, AccountSort } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores, type Heed } from '../../testing/heed.ts'
import { recordPerson } from './record-person.ts'

type Made = Awaited<ReturnType<Heed['workspace']>>

describeOnBothStores('the list of accounts', (heed) => {
  const told = (made: Made, userId: string, account: { accountId: string } & Record<string, unknown>) =>
    recordPerson(heed.deps, { workspaceId: made.workspaceId, source: 'server' }, { userId, account })
  const crowd = async (made: Made) => {
    for (let i = 0; i < 15; i++) {
      const account = {
        accountId: `a${i}`,
        ...(i % 3 > 0 && { name: `Name ${i % 4}` }),
        ...(i % 3 < 2 && { spendMinor: 100 * (i % 2), currency: 'USD' }),
        ...(i % 4 > 1 && { createdAt: '2024-05-05T00:00:00Z' }),
      }
      if (i % 5 === 4) await made.visitor().put('/person', { userId: `u${i}`, account })
      else await told(made, `u${i}`, account)
    }
  }
  const walk = async (made: Made, path: string) => {
    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const url: string = `${path}&limit=4${cursor && `&cursor=${cursor}`}`
      const { status, body } = await made.ada.get<AccountPage>(url)
      expect(status).toBe(200)
      ids.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor
    }
    return ids
  }

  const sorts: AccountSort[] = ['name', 'spend', 'tenure']
  it.each(
    sorts.flatMap((sort) => (['use', 'ignore'] as const).map((unverifiedValues) => ({ sort, unverifiedValues }))),
  )('by $sort is walked to its end without doubles, claims: $unverifiedValues', async ({ sort, unverifiedValues }) => {
    const made = await heed.workspace({ unverifiedValues })
    await crowd(made)

    const all = await made.ada.get<AccountPage>(`/accounts?sort=${sort}&limit=100`)
    const ids = all.body.items.map(({ id }) => id)

    expect(new Set(ids).size).toBe(15)
    expect(await walk(made, `/accounts?sort=${sort}`)).toEqual(ids)
    expect(await walk(made, `/accounts?sort=${sort}&segment=not(plan:none)`)).toEqual(ids)
    expect((await walk(made, `/accounts?sort=${sort}&search=a`)).sort()).toEqual([...ids].sort())
  })

  it('sorts by name, spend and tenure, and does not believe a claim', async () => {
    const made = await heed.workspace({ unverifiedValues: 'ignore' })
    await told(made, 'u1', { accountId: 'b', spendMinor: 500, currency: 'USD', createdAt: '2024-01-01T00:00:00Z' })
    await told(made, 'u2', { accountId: 'x', name: 'Acme', spendMinor: 900, createdAt: '2025-01-01T00:00:00Z' })
    await made.visitor().put('/person', {
      userId: 'u3',
      account: { accountId: 'c', spendMinor: 99_999, currency: 'USD', createdAt: '2020-01-01T00:00:00Z' },
    })

    const by = async (sort: AccountSort) =>
      (await made.ada.get<AccountPage>(`/accounts?sort=${sort}`)).body.items.map(({ accountId }) => accountId)

    expect(await by('name')).toEqual(['x', 'b', 'c'])
    expect(await by('spend')).toEqual(['x', 'b', 'c'])
    expect(await by('tenure')).toEqual(['b', 'x', 'c'])
  })

  it('holds those that have somebody in the segment, and all their people', async () => {
    const made = await heed.workspace()
    const { workspaceId } = made
    const say = (userId: string, accountId: string, role: string) =>
      recordPerson(heed.deps, { workspaceId, source: 'server' }, { userId, traits: { role }, account: { accountId } })
    await say('u1', 'one', 'admin')
    await say('u2', 'one', 'clerk')
    await say('u3', 'two', 'clerk')

    const { body } = await made.ada.get<AccountPage>('/accounts?segment=person.role:admin')

    expect(body).toMatchObject({ items: [{ accountId: 'one', people: 2 }], nextCursor: null })
  })

  it('holds an account that is known both ways once, with the people of both', async () => {
    const made = await heed.workspace({ unverifiedValues: 'ignore' })
    await told(made, 'u1', { accountId: 'one', plan: 'pro' })
    await made.visitor().put('/person', { userId: 'u1', account: { accountId: 'one', plan: 'enterprise' } })
    await made.visitor().put('/person', { userId: 'u2', account: { accountId: 'one' } })

    const all = await made.ada.get<AccountPage>('/accounts')
    const claimed = await made.ada.get<AccountPage>('/accounts?segment=plan:enterprise')

    expect(all.body.items).toMatchObject([{ accountId: 'one', plan: 'pro', trust: 'verified', people: 2 }])
    // That plan is merely claimed.
    expect(claimed.body.items).toEqual([])
  })
})
