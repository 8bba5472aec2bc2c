import { expect, it } from 'vitest'
import type { Duration } from '../../testing/heed.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { hostOf } from './testing-host.ts'

const dayMs = 86_400_000

describeOnBothStores('messages that come late', (heed) => {
  const open = async () => {
    const host = await hostOf(heed)
    const now = heed.clock.now()
    return { ...host, now, daysAgo: (days: number) => new Date(now.getTime() - days * dayMs).toISOString() }
  }
  const anHour: Duration = '1h'

  it('leave the person in the account that a newer one named, and are kept with theirs', async () => {
    const { post, person, account, eventsOf, daysAgo } = await open()
    await post('group', { userId: 'u1', groupId: 'new', traits: { plan: 'pro' }, timestamp: daysAgo(1) })

    await post('group', { userId: 'u1', groupId: 'old', traits: { plan: 'basic' }, timestamp: daysAgo(30) })
    await post('track', { userId: 'u1', event: 'Late', context: { groupId: 'old' }, timestamp: daysAgo(29) })

    expect((await person('u1')).account).toMatchObject({ externalId: 'new', plan: 'pro' })
    const old = await account('old')
    expect(old.plan).toBe('basic')
    expect((await eventsOf('Late'))[0]?.accountId).toBe(old.id)
    await post('group', { userId: 'u1', groupId: 'old', timestamp: daysAgo(0) })
    expect((await person('u1')).account?.externalId).toBe('old')
  })

  it('move the moment a person was last here forward alone', async () => {
    const { post, person, now, daysAgo } = await open()
    const seen = async () => (await person('u1')).person.lastSeenAt?.toISOString()

    await post('identify', { userId: 'u1', anonymousId: 'a1', timestamp: daysAgo(60) })
    expect(await seen()).toBe(daysAgo(60))
    await post('track', { userId: 'u1', anonymousId: 'a1', event: 'e', timestamp: daysAgo(30) })
    expect(await seen()).toBe(daysAgo(30))
    await post('page', { userId: 'u1', timestamp: daysAgo(40) })
    expect(await seen()).toBe(daysAgo(30))
    await post('screen', { anonymousId: 'a1' })

    expect(await seen()).toBe(now.toISOString())
  })

  it('bring along when an anonymous person was last here', async () => {
    const { post, person, daysAgo } = await open()
    await post('track', { anonymousId: 'a1', event: 'e', timestamp: daysAgo(2) })

    await post('alias', { previousId: 'a1', userId: 'u1', timestamp: daysAgo(3) })

    expect((await person('u1')).person.lastSeenAt?.toISOString()).toBe(daysAgo(2))
  })

  it('are no visits of a browser that could be signed', async () => {
    const { post, ada } = await open()
    await post('track', { anonymousId: 'a1', event: 'e' })
    await post('identify', { anonymousId: 'a2', userId: 'u2' })

    const { body } = await ada.get('/identity')

    expect(body).toMatchObject({ seen: { signed: 0, unsigned: 0, anonymous: 0 } })
  })

  it('name a time that cannot be read, and count as of now', async () => {
    const { post, eventsOf, now } = await open()

    const { body } = await post('track', { userId: 'u1', event: 'When', timestamp: 'yesterday', sentAt: 1e300 })

    expect(body.results[0]?.warnings.map(({ field }) => field)).toEqual(['timestamp', 'sentAt'])
    expect((await eventsOf('When'))[0]).toMatchObject({ at: now, rest: { timestamp: 'yesterday' } })
  })

  it('keep the time that a wrong clock named beside the right one', async () => {
    const { post, eventsOf, now } = await open()
    const [timestamp, sentAt] = [
      new Date(now.getTime() + dayMs - 5_000).toISOString(),
      new Date(now.getTime() + dayMs).toISOString(),
    ]

    await post('track', { userId: 'u1', event: 'Ahead', timestamp, sentAt })

    expect((await eventsOf('Ahead'))[0]).toMatchObject({
      at: new Date(now.getTime() - 5_000),
      rest: { timestamp, sentAt },
    })
  })

  it('read an amount without a currency in the one that the account is known to pay in', async () => {
    const { post, account, person } = await open()
    await post('group', { groupId: 'yen', traits: { mrr: 12_000, currency: 'JPY' } })
    await post('identify', { userId: 'own', traits: { plan: 'solo', mrr: 900, currency: 'JPY' } })
    heed.clock.advance(anHour)

    await post('group', { groupId: 'yen', traits: { mrr: 15_000 } })
    await post('identify', { userId: 'own', traits: { mrr: '950' } })
    expect(await account('yen')).toMatchObject({ spendMinor: 15_000, currency: 'JPY' })
    await post('identify', { userId: 'u1', traits: { company: { id: 'yen', monthly_spend: 16_000 } } })

    expect(await account('yen')).toMatchObject({ spendMinor: 16_000, currency: 'JPY' })
    expect((await person('own')).account).toMatchObject({ externalId: 'own', spendMinor: 950, currency: 'JPY' })
  })
})
