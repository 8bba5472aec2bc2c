import type { DeflectionReport } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores, type Heed } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { insertRequest, type RequestRow } from '../suggestions/requests.queries.ts'
import { askingIn } from '../suggestions/testing-requests.ts'

/** A request of somebody new, as it is stored. */
const requestOf = (heed: Heed, workspaceId: string, more: Partial<RequestRow>): RequestRow => ({
  workspaceId,
  id: heed.deps.newId('request'),
  kind: 'asked',
  personId: heed.deps.newId('person'),
  accountId: null,
  visitorHash: null,
  heldOut: false,
  locale: 'en',
  text: 'when does my card arrive',
  page: null,
  offered: [],
  read: [],
  notHelped: [],
  outcome: null,
  targetId: null,
  plan: null,
  spendMinor: null,
  currency: null,
  reportingSpendMinor: null,
  tenureDays: null,
  traits: {},
  trust: 'unverified',
  valuesTrust: 'unverified',
  createdAt: heed.clock.now(),
  updatedAt: heed.clock.now(),
  ...more,
})

describeOnBothStores('the comparison with the held-out', (heed) => {
  it('claims what the held-out say, once there are enough of them', async () => {
    const { workspaceId, cardId } = await askingIn(heed, { handlingMs: 60_000 })
    // Of 40 held-out people seven in ten file a ticket, of 60 others three in ten.
    const asked = Array.from({ length: 100 }, (_, at) => ({ heldOut: at < 40, files: at % 10 < (at < 40 ? 7 : 3) }))
    await heed.store.write(async (tx) => {
      for (const { heldOut, files } of asked)
        await insertRequest(
          tx,
          requestOf(heed, workspaceId, { heldOut, offered: [cardId], outcome: files ? 'ticket' : null }),
        )
    })
    const report = async () => {
      const viewer = await signInAs(heed, workspaceId, 'viewer')
      return (await viewer.get<DeflectionReport>('/deflection')).body
    }
    expect(await report()).toMatchObject({ measure: { missing: 'too_young' }, claimed: null })

    heed.clock.advance('7d')
    const { measure, claimed, savedMs, askedHeldOut } = await report()

    expect(askedHeldOut).toBe(40)
    expect(measure).toMatchObject({
      shown: { people: 60, tickets: 18 },
      heldOut: { people: 40, tickets: 28 },
      difference: { value: expect.closeTo(0.4), verdict: 'fewer' },
      missing: null,
    })
    expect(claimed?.value).toBeCloseTo(24)
    expect(savedMs?.low).toBeCloseTo((claimed?.low ?? 0) * 60_000)
  })

  it.each([
    { second: 'a week ago, of what could have been answered', isOffered: true, laterBy: '7d' as const },
    { second: 'five days ago, of what nothing could be suggested for', isOffered: false, laterBy: '5d' as const },
  ])(
    'claims nothing where the others file as many tickets by asking twice: $second',
    async ({ isOffered, laterBy }) => {
      const { workspaceId, cardId } = await askingIn(heed)
      const keep = (requests: Partial<RequestRow>[]) =>
        heed.store.write(async (tx) => {
          for (const request of requests) await insertRequest(tx, requestOf(heed, workspaceId, request))
        })
      const people = (count: number) => Array.from({ length: count }, () => heed.deps.newId('person'))
      const persistent = people(30)
      await keep([
        ...persistent.map((personId) => ({ personId, offered: [cardId], outcome: 'solved' as const })),
        ...people(30).map((personId) => ({ personId, heldOut: true, offered: [cardId], outcome: 'ticket' as const })),
        ...[false, true].flatMap((heldOut) => people(10).map((personId) => ({ personId, heldOut, offered: [cardId] }))),
      ])
      // It was not solved after all.
      heed.clock.advance('2d')
      const offered = isOffered ? [cardId] : []
      await keep(persistent.map((personId) => ({ personId, offered, outcome: 'ticket' as const })))
      heed.clock.advance(laterBy)

      const viewer = await signInAs(heed, workspaceId, 'viewer')
      const { measure, claimed } = (await viewer.get<DeflectionReport>('/deflection')).body

      expect(measure).toMatchObject({
        shown: { people: 40, tickets: 30, rate: { value: 0.75 } },
        heldOut: { people: 40, tickets: 30, rate: { value: 0.75 } },
        difference: { value: 0, verdict: 'chance' },
      })
      expect(claimed?.value).toBe(0)
    },
  )

  it('counts a person once, from the first request that something could be suggested for', async () => {
    const { workspaceId, cardId } = await askingIn(heed)
    const keep = async (request: Partial<RequestRow>) => {
      await heed.store.write((tx) => insertRequest(tx, requestOf(heed, workspaceId, request)))
      heed.clock.advance('1h')
    }
    // Nothing to suggest at first; then held out; and by a changed share no longer.
    const personId = heed.deps.newId('person')
    await keep({ personId, outcome: 'ticket' })
    await keep({ personId, heldOut: true, offered: [cardId], outcome: 'ticket' })
    await keep({ personId, offered: [cardId], outcome: 'ticket' })
    await keep({ outcome: 'ticket' })
    heed.clock.advance('7d')
    await keep({ offered: [cardId], outcome: 'ticket' })

    const viewer = await signInAs(heed, workspaceId, 'viewer')
    const { measure } = (await viewer.get<DeflectionReport>('/deflection')).body

    expect(measure).toMatchObject({ shown: { people: 0, tickets: 0 }, heldOut: { people: 1, tickets: 2 } })
  })
})
