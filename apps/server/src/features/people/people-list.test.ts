import type { AccountPage, CustomerSort, PersonPage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores, type Heed } from '../../testing/heed.ts'
import { recordPerson } from './record-person.ts'

type Made = Awaited<ReturnType<Heed['workspace']>>

describeOnBothStores('the list of people', (heed) => {
  const server = ({ workspaceId }: Made) => ({ workspaceId, source: 'server' as const })

  /** Every value twice or more, and nobody without somebody like them: equal names, spends, dates, visits, and none. */
  const crowd = async (made: Made) => {
    for (let i = 0; i < 24; i++) {
      const claim = {
        userId: `u${i}`,
        ...(i % 3 > 0 && { name: `Name ${i % 4}` }),
        ...(i % 2 === 0 && { createdAt: '2025-01-01T00:00:00Z' }),
        ...(i % 4 > 0 && {
          account: {
            accountId: `a${i % 5}`,
            ...(i % 5 < 3 && { spendMinor: 10_000, currency: 'USD' }),
            ...(i % 5 > 1 && { createdAt: '2024-05-05T00:00:00Z' }),
          },
        }),
      }
      if (i % 6 === 5) await made.visitor().put('/person', claim)
      else await recordPerson(heed.deps, server(made), claim)
    }
    for (let i = 0; i < 3; i++) await made.visitor().put('/person', {})
  }
  const walk = async (made: Made, path: string) => {
    const ids: string[] = []
    let cursor: string | null = ''
    while (cursor !== null) {
      const url: string = `${path}&limit=4${cursor && `&cursor=${cursor}`}`
      const { status, body } = await made.ada.get<PersonPage>(url)
      expect(status).toBe(200)
      expect(body.items.length).toBeLessThanOrEqual(4)
      ids.push(...body.items.map(({ id }) => id))
      cursor = body.nextCursor
    }
    return ids
  }

  const sorts: CustomerSort[] = ['name', 'spend', 'tenure', 'seen']
  it.each(
    sorts.flatMap((sort) => (['use', 'ignore'] as const).map((unverifiedValues) => ({ sort, unverifiedValues }))),
  )('by $sort is walked to its end without doubles, claims: $unverifiedValues', async ({ sort, unverifiedValues }) => {
    const made = await heed.workspace({ unverifiedValues })
    await crowd(made)

    const all = await made.ada.get<PersonPage>(`/people?sort=${sort}&limit=100`)
    const walked = await walk(made, `/people?sort=${sort}`)
    const withSegment = await walk(made, `/people?sort=${sort}&segment=not(plan:none)`)
    const withSearch = await walk(made, `/people?sort=${sort}&search=u`)

    const ids = all.body.items.map(({ id }) => id)
    expect(new Set(ids).size).toBe(27)
    expect(walked).toEqual(ids)
    expect(withSegment).toEqual(ids)
    expect(withSearch).toEqual(ids.filter((id) => all.body.items.find((item) => item.id === id)?.userId))
  })

  it('sorts by what each is called, by spend, by tenure and by last visit, and puts who has none last', async () => {
    const made = await heed.workspace({ unverifiedValues: 'ignore' })
    const account = (spendMinor: number, createdAt: string) => ({
      accountId: `pays ${spendMinor}`,
      spendMinor,
      createdAt,
    })
    await recordPerson(heed.deps, server(made), {
      userId: 'z',
      name: 'bea',
      account: account(500, '2024-01-01T00:00:00Z'),
    })
    await recordPerson(heed.deps, server(made), {
      userId: 'y',
      email: 'Ada@x.example',
      account: account(900, '2025-01-01T00:00:00Z'),
    })
    await recordPerson(heed.deps, server(made), { userId: 'Cid' })
    await made.visitor().put('/person', { userId: 'd', account: account(99_999, '2020-01-01T00:00:00Z') })
    heed.clock.advance('1h')
    await made.visitor().put('/person', {})

    const by = async (sort: CustomerSort) =>
      (await made.ada.get<PersonPage>(`/people?sort=${sort}`)).body.items.map(({ userId }) => userId)

    expect(await by('name')).toEqual(['y', 'z', 'Cid', 'd', null])
    expect((await by('spend')).slice(0, 2)).toEqual(['y', 'z'])
    expect((await by('tenure')).slice(0, 2)).toEqual(['z', 'y'])
    expect((await by('seen')).slice(0, 2)).toEqual([null, 'd'])
  })

  it('counts a user once, however many claim to be them, and shows what the server said', async () => {
    const made = await heed.workspace()
    const claim = { userId: 'u1', name: 'Mallory', account: { accountId: 'a1', plan: 'enterprise' } }
    await made.visitor().put('/person', claim)
    await recordPerson(heed.deps, server(made), {
      userId: 'u1',
      name: 'Maria',
      traits: { role: 'admin' },
      account: { accountId: 'a1', plan: 'pro', spendMinor: 900, currency: 'USD', traits: { role: 'none', size: 3 } },
    })

    const { body } = await made.ada.get<PersonPage>('/people')
    const accounts = await made.ada.get<AccountPage>('/accounts')
    const ofAccount = await made.ada.get<PersonPage>(`/people?accountId=${accounts.body.items[0]?.id}`)

    expect(body.items).toMatchObject([
      { name: 'Maria', trust: 'verified', plan: 'pro', spendMinor: 900, traits: { role: 'admin', size: 3 } },
    ])
    expect(ofAccount.body.items).toEqual(body.items)
  })

  it('finds by the beginning of name, address and id, in any letters', async () => {
    const made = await heed.workspace()
    await recordPerson(heed.deps, server(made), { userId: 'Acme/7', name: 'Östen Ek', email: 'oe@x.example' })
    await recordPerson(heed.deps, server(made), { userId: 'b', name: '50%_off' })

    const found = async (search: string) =>
      (await made.ada.get<PersonPage>(`/people?search=${encodeURIComponent(search)}`)).body.items.length

    expect(await found('östen')).toBe(1)
    expect(await found('OE@')).toBe(1)
    expect(await found('acme/')).toBe(1)
    expect(await found('Ek')).toBe(0)
    expect(await found('%')).toBe(0)
    expect(await found('50%_')).toBe(1)
  })

  it('refuses what is no query of it', async () => {
    const made = await heed.workspace()
    await crowd(made)
    const byName = await made.ada.get<PersonPage>('/people?limit=1')

    const replies = await Promise.all([
      made.ada.get(`/people?sort=spend&cursor=${byName.body.nextCursor}`),
      made.ada.get('/people?cursor=nonsense'),
      made.ada.get('/people?sort=shoe'),
      made.ada.get('/people?segment=plan'),
      made.ada.get('/people?plan=growth'),
      made.ada.get('/people?asOf=now'),
    ])

    for (const { problem } of replies) expect(problem.code).toBe('invalid_input')
    expect((await made.ada.get(`/people?accountId=${heed.deps.newId('account')}`)).problem.code).toBe(
      'account_not_found',
    )
  })
})
