import type { PersonClaim, Trust } from '@heed/contracts'
import { and, eq } from 'drizzle-orm'
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
 * do, requests and scores, rates.
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
  fc.record({
    by: fc.constant('ticket' as const),
    userId: someUser,
    trust: fc.constantFrom('verified' as const, 'unverified' as const),
    hours: fc.nat(9_000),
  }),
  fc.record({ by: fc.constant('closure' as const), userId: someUser }),
  fc.record({
    by: fc.constant('score' as const),
    userId: someUser,
    trust: fc.constantFrom('verified' as const, 'unverified' as const),
    score: fc.constantFrom(0, 6, 9),
    hours: fc.nat(9_000),
  }),
  fc.record({ by: fc.constant('rescoring' as const), userId: someUser, score: fc.constantFrom(0, 6, 9, null) }),
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
  const words = (personId: string, trust: Trust, hours: number) => {
    const createdAt = new Date(clock.now().getTime() - hours * 3_600_000)
    return { workspaceId, personId, traits: {}, trust, valuesTrust: trust, createdAt }
  }
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
    case 'ticket': {
      const known = await findCustomerByUserId(store.read, workspaceId, change.userId, change.trust)
      if (!known) return
      const said = words(known.person.id, change.trust, change.hours)
      const thread = { preview: '', articlesOffered: [], articlesRead: [], awaitingReply: false }
      const row = { ...said, ...thread, id: deps.newId('ticket'), number: i + 1, state: 'open' as const }
      await store.write(({ db, tables }) =>
        db
          .insert(tables.tickets)
          .values({ ...row, context: { browser: null, system: null }, lastMessageAt: said.createdAt }),
      )
      return
    }
    case 'score': {
      const known = await findCustomerByUserId(store.read, workspaceId, change.userId, change.trust)
      if (!known) return
      await store.write(async ({ db, tables: { surveys, responses } }) => {
        const [asked] = await db
          .select({ surveyId: surveys.id })
          .from(surveys)
          .where(and(eq(surveys.workspaceId, workspaceId), eq(surveys.kind, 'nps')))
        if (!asked) throw new Error('nothing is asked')
        const said = words(known.person.id, change.trust, change.hours)
        const row = { ...said, ...asked, id: deps.newId('response'), score: change.score, updatedAt: said.createdAt }
        await db.insert(responses).values(row)
      })
      return
    }
    case 'closure':
    case 'rescoring': {
      const known = await findCustomerByUserId(store.read, workspaceId, change.userId, 'verified')
      if (!known) return
      await store.write(async ({ db, tables: { tickets, responses } }) => {
        const table = change.by === 'closure' ? tickets : responses
        const isTheirs = and(eq(table.workspaceId, workspaceId), eq(table.personId, known.person.id))
        if (change.by === 'closure') await db.update(tickets).set({ state: 'closed' }).where(isTheirs)
        else await db.update(responses).set({ score: change.score }).where(isTheirs)
      })
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
