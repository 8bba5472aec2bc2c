import type { AccountDetail, PersonDetail, PersonPage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores, type Heed } from '../../testing/heed.ts'
import { setRate } from '../rates/change-rate.ts'
import { recordPerson } from './record-person.ts'

type Made = Awaited<ReturnType<Heed['workspace']>>

describeOnBothStores('what is known of a customer', (heed) => {
  const asHost = <T>({ keys }: Made, url: string) =>
    heed.call<T>({ method: 'GET', url: `/v1${url}`, headers: { authorization: `Bearer ${keys.secret}` } })

  it('says of each value who said it, and when', async () => {
    const made = await heed.workspace()
    const { workspaceId } = made
    await setRate(heed.deps, { id: workspaceId, currency: 'USD' }, { currency: 'EUR', day: '2026-01-01', rate: 2 })
    const first = heed.clock.now().toISOString()
    await recordPerson(
      heed.deps,
      { workspaceId, source: 'server' },
      {
        userId: 'u1',
        name: 'Maria',
        traits: { role: 'clerk' },
        account: { accountId: 'a1', plan: 'pro', spendMinor: 900, currency: 'EUR', createdAt: '2026-01-01T00:00:00Z' },
      },
    )
    heed.clock.advance('1h')
    const later = heed.clock.now().toISOString()
    await recordPerson(
      heed.deps,
      { workspaceId, source: 'signed' },
      { userId: 'u1', traits: { role: 'admin', beta: true } },
    )

    const { status, body } = await asHost<PersonDetail>(made, '/people/u1')

    expect(status).toBe(200)
    expect(body).toMatchObject({
      userId: 'u1',
      trust: 'verified',
      plan: 'pro',
      spendMinor: 900,
      currency: 'EUR',
      reportingSpendMinor: 1800,
      tenureDays: expect.any(Number),
      unsigned: null,
      verified: null,
      lastSeenAt: null,
      firstSeenAt: first,
      known: [
        { name: 'name', value: 'Maria', source: 'server', at: first },
        { name: 'traits.beta', value: true, source: 'signed', at: later },
        { name: 'traits.role', value: 'admin', source: 'signed', at: later },
      ],
    })
    expect(body.account).toMatchObject({
      accountId: 'a1',
      people: 1,
      createdAt: '2026-01-01T00:00:00.000Z',
      known: [
        { name: 'plan', value: 'pro', source: 'server', at: first },
        { name: 'spendMinor', value: 900, source: 'server', at: first },
        { name: 'currency', value: 'EUR', source: 'server', at: first },
        { name: 'createdAt', value: '2026-01-01T00:00:00.000Z', source: 'server', at: first },
      ],
    })
    expect((await asHost<AccountDetail>(made, '/accounts/a1')).body).toEqual(body.account)
    expect((await made.ada.get<PersonDetail>(`/people/${body.id}`)).body).toEqual(body)
    expect((await made.ada.get<AccountDetail>(`/accounts/${body.account?.id}`)).body).toEqual(body.account)
  })

  it('names who claims unsigned to be a user, and keeps the claim apart', async () => {
    const made = await heed.workspace()
    await made.visitor().put('/person', { userId: 'u1', name: 'Mallory', account: { accountId: 'a1', plan: 'big' } })
    const claimed = (await asHost<PersonDetail>(made, '/people/u1')).body
    await recordPerson(
      heed.deps,
      { workspaceId: made.workspaceId, source: 'server' },
      { userId: 'u1', name: 'Maria', account: { accountId: 'a1', plan: 'pro' } },
    )

    const known = (await asHost<PersonDetail>(made, '/people/u1')).body
    const claim = (await made.ada.get<PersonDetail>(`/people/${known.unsigned}`)).body

    expect(claimed).toMatchObject({ name: 'Mallory', trust: 'unverified', unsigned: null, verified: null })
    expect(known).toMatchObject({ name: 'Maria', plan: 'pro', unsigned: claimed.id, verified: null })
    expect(claim).toMatchObject({
      name: 'Mallory',
      plan: 'big',
      verified: known.id,
      unsigned: null,
      known: [{ name: 'name', value: 'Mallory', source: 'browser' }],
    })
    expect(known.account).toMatchObject({ plan: 'pro', people: 1, unsigned: claim.account?.id, verified: null })
    expect(claim.account).toMatchObject({ plan: 'big', people: 0, unsigned: null, verified: known.account?.id })
  })

  it.each(['a/b', 'x y+z', '100%', 'ä?#&=', '日'.repeat(255), '😀', '%2F', '"; drop', "o'hara", 'people', '..a'])(
    'is found by any id that a host may give: %s',
    async (id) => {
      const made = await heed.workspace()
      await recordPerson(
        heed.deps,
        { workspaceId: made.workspaceId, source: 'server' },
        { userId: id, account: { accountId: id } },
      )

      const person = await asHost<PersonDetail>(made, `/people/${encodeURIComponent(id)}`)
      const account = await asHost<AccountDetail>(made, `/accounts/${encodeURIComponent(id)}`)

      expect(person.body.userId).toBe(id)
      expect(account.body.accountId).toBe(id)
    },
  )

  it('says that there is none, of another workspace, of no key, and of what is no id', async () => {
    const here = await heed.workspace()
    const there = await heed.workspace()
    await there.visitor().put('/person', { userId: 'u1', account: { accountId: 'a1' } })
    const theirs = (await there.ada.get<PersonPage>('/people')).body.items[0]

    const codes = await Promise.all([
      asHost(here, '/people/u1'),
      asHost(here, '/accounts/a1'),
      asHost(here, '/people/%00'),
      asHost(here, `/people/${'x'.repeat(256)}`),
      here.ada.get(`/people/${theirs?.id}`),
      here.ada.get('/people/nobody'),
      heed.call({ method: 'GET', url: '/v1/people/u1' }),
    ])

    expect(codes.map(({ problem }) => problem.code)).toEqual([
      'person_not_found',
      'account_not_found',
      'invalid_input',
      'invalid_input',
      'person_not_found',
      'invalid_input',
      'unknown_key',
    ])
  })
})
