import type { PersonClaim } from '@heed/contracts'
import fc from 'fast-check'
import type { Heed } from '../../../testing/heed.ts'
import { markVisitorSeen } from '../../identity/identity.queries.ts'
import { insertEvent, markSeen } from '../../ingest/events.queries.ts'
import { setRate } from '../../rates/change-rate.ts'
import { findCustomerByUserId } from '../people.queries.ts'
import { recordPerson } from '../record-person.ts'

const userIds = ['u1', 'u2', 'u3', 'u4', 'u5', 'u6']
const someUser = fc.constantFrom(...userIds)
const some = <T>(...values: T[]) => fc.option(fc.constantFrom(...values), { nil: undefined })
/** What is left out keeps its value, and may not be there as undefined. */
const given = <T extends object>(record: fc.Arbitrary<T>) =>
  record.map((one) => Object.fromEntries(Object.entries(one).filter(([, value]) => value !== undefined)))

const someClaim = given(
  fc.record({
    name: some('Maria', 'maria', 'Żaneta', ''),
    email: some('m@acme.example', 'b@acme.example'),
    locale: some('en', 'de-AT'),
    createdAt: some('2026-01-01T00:00:00.000Z', '2024-05-05T00:00:00.000Z'),
    traits: some<Record<string, string | number | boolean>>(
      { role: 'admin' },
      { role: 'member', beta: true },
      { score: 7 },
      { country: 'DE' },
    ),
    account: fc.option(
      given(
        fc.record({
          accountId: fc.constantFrom('a1', 'a2', 'a3'),
          plan: some('starter', 'growth'),
          spendMinor: some(0, 9_900, 120_000),
          currency: some('USD', 'EUR'),
          seats: some(1, 40),
          createdAt: some('2025-06-01T00:00:00.000Z'),
          traits: some<Record<string, string | number | boolean>>({ industry: 'Retail' }, { country: 'FR' }),
        }),
      ),
      { nil: undefined },
    ),
  }),
) as fc.Arbitrary<PersonClaim>

/**
 * Everything that changes people and accounts: what is said of them and by whom, who turns out to be whom, visits, what they
 * do, rates.
 */
export const someChange = fc.oneof(
  fc.record({ by: fc.constant('server' as const), userId: someUser, claim: someClaim }),
  fc.record({
    by: fc.constant('browser' as const),
    browser: fc.constantFrom(1, 2, 3),
    userId: someUser,
    claim: someClaim,
  }),
  fc.record({ by: fc.constant('stranger' as const), userId: someUser, claim: someClaim }),
  fc.record({ by: fc.constant('visit' as const), userId: someUser, hours: fc.nat(9_000) }),
  fc.record({ by: fc.constant('event' as const), userId: someUser, hours: fc.nat(9_000) }),
  fc.record({ by: fc.constant('rate' as const), rate: fc.constantFrom(1, 1.1, 2) }),
)
type Change = typeof someChange extends fc.Arbitrary<infer T> ? T : never

/** For tests: does what a change says, by the actions that do it in the server. */
export async function makeChange(
  { deps, clock, store }: Heed,
  workspaceId: string,
  change: Change,
  i: number,
): Promise<void> {
  const record = (visitorHash: string | null, claim: PersonClaim) =>
    recordPerson(
      deps,
      { workspaceId, source: visitorHash ? 'browser' : 'server', ...(visitorHash && { visitorHash }) },
      claim,
    )
  const track = (personId: string, at: Date) =>
    store.write(async (tx) => {
      const row = { workspaceId, id: deps.newId('event'), kind: 'track' as const, name: 'login', personId, at }
      const rest = { accountId: null, messageId: null, properties: {}, rest: {}, createdAt: clock.now() }
      await insertEvent(tx, { ...row, ...rest })
      await markSeen(tx, { workspaceId, personId, at })
    })
  switch (change.by) {
    case 'server':
      await record(null, { ...change.claim, userId: change.userId })
      return
    case 'browser':
      // Each browser is its user's.
      await record(`${change.userId} ${change.browser}`, { ...change.claim, userId: change.userId })
      return
    case 'stranger':
      await track((await record(`stranger ${i}`, change.claim)).person.id, clock.now())
      await record(`stranger ${i}`, { userId: change.userId })
      return
    case 'visit':
    case 'event': {
      const at = new Date(clock.now().getTime() - change.hours * 3_600_000)
      const known = await findCustomerByUserId(store.read, workspaceId, change.userId, 'verified')
      if (!known) return
      const personId = known.person.id
      if (change.by === 'event') await track(personId, at)
      else await store.write((tx) => markVisitorSeen(tx, workspaceId, { visitorHash: '', personId }, at))
      return
    }
    case 'rate':
      await setRate(
        deps,
        { id: workspaceId, currency: 'USD' },
        { currency: 'EUR', day: '2026-01-01', rate: change.rate },
      )
  }
}
