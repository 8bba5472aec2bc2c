import type { Segment } from '@heed/contracts'
import { conditionsOf, formatSegment, matchesSegment, parseSegment, type SegmentCustomer } from '@heed/segments'
import { someCustomer, someNow, someSegment } from '@heed/segments/testing'
import { and, eq, isNull } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { findStanding } from '../asks/sampling-cells.queries.ts'
import { customersInMemory } from '../people/packed/customers-in-memory.ts'
import { createPeopleMemory, type PeopleMemory } from '../people/packed/people-memory.ts'
import type { Scope } from './scope.ts'
import { countCustomers } from './segment-size.queries.ts'
import { customerIn, snapshotIn } from './segment-sql.ts'
import { insertCustomers } from './testing-customers.ts'

/** HEED_TEST_SEGMENTS=10000 runs the whole of what the two ways of reading a segment were held to. */
const segmentCount = Number(process.env.HEED_TEST_SEGMENTS ?? 100)
const slowCount = Math.ceil(segmentCount / 5)
const customerCount = Number(process.env.HEED_TEST_CUSTOMERS ?? 1_500)
const seed = Number(process.env.HEED_TEST_SEED ?? 4747)

const segments = fc.sample(someSegment, { numRuns: segmentCount, seed })

/** Ids in any order. Thousands of them are compared in a hundredth of the time that `toEqual` takes, which says what differs. */
const expectSame = (found: string[], expected: string[], segment: Segment) => {
  const sorted = found.toSorted()
  const wanted = expected.toSorted()
  if (sorted.join() !== wanted.join()) expect(sorted, formatSegment(segment)).toEqual(wanted)
}

/** What counts of somebody known by a claim alone, where claims do not count. */
const withoutValues = (customer: SegmentCustomer): SegmentCustomer => ({
  ...customer,
  plan: null,
  reportingSpendMinor: null,
  tenureDays: null,
  seats: null,
  locale: null,
  createdAt: null,
  personTraits: {},
  accountTraits: {},
})

describeOnBothStores('a segment in SQL', (heed) => {
  let workspaceId = ''
  let customers: Awaited<ReturnType<typeof insertCustomers>> = []
  let memory: PeopleMemory

  const scopeOf = (unverifiedValues: Scope['unverifiedValues']): Scope => ({
    workspaceId,
    currency: 'USD',
    unverifiedValues,
    now: someNow,
  })
  const counting = (one: (typeof customers)[number], { unverifiedValues }: Scope) =>
    one.trust === 'verified' || unverifiedValues === 'use' ? one.customer : withoutValues(one.customer)

  beforeAll(async () => {
    const workspace = await heed.workspace()
    workspaceId = workspace.workspaceId
    const drawn = fc.sample(someCustomer, { numRuns: customerCount, seed })
    customers = await insertCustomers(heed, workspace, drawn)
    memory = createPeopleMemory(heed.store, { fewestPeople: 10 })
    await memory.current(workspaceId)
    await memory.settled()
    // What people did is read when it is first asked for.
    const deeds = new Map(segments.flatMap(conditionsOf).map((one) => ['name' in one ? one.name : one.field, one]))
    const inMemory = customersInMemory(heed.store.read, memory, scopeOf('use'))
    await inMemory.found({ all: [...deeds.values()] })
    await memory.settled()
  }, 120_000)

  it.each(['ignore', 'use'] as const)(
    'chooses exactly the people that the pure matcher chooses, as from memory, where claims are to %s',
    async (unverifiedValues) => {
      const { db, dialect, tables } = heed.store.read
      const { people, accounts } = tables
      const scope = scopeOf(unverifiedValues)
      const inMemory = customersInMemory(heed.store.read, memory, scope)
      const ids = customers.map(({ personId }) => personId)
      let met = 0
      for (const segment of segments) {
        const expected = customers
          .filter((one) => matchesSegment(segment, counting(one, scope), someNow))
          .map(({ personId }) => personId)
        const [row] = await db
          .select({ ids: dialect.inOneText(people.id) })
          .from(people)
          .leftJoin(accounts, and(eq(accounts.workspaceId, people.workspaceId), eq(accounts.id, people.accountId)))
          .where(
            and(
              eq(people.workspaceId, workspaceId),
              isNull(people.verifiedId),
              customerIn(segment, heed.store.read, scope),
            ),
          )
        expectSame(row?.ids?.split(' ') ?? [], expected, segment)
        const found = await inMemory.found(segment)
        expectSame(found?.among(ids) ?? ['none in memory'], expected, segment)
        expect((await inMemory.size(segment)).people, formatSegment(segment)).toBe(expected.length)
        if (expected.length > 0 && expected.length < customers.length) met++
      }
      expect(met).toBeGreaterThan(segmentCount / 3)
    },
    3_600_000,
  )

  it('gives the same verdict of one person who is asked about alone', async () => {
    const scope = scopeOf('use')
    const some = customers.slice(0, 60)
    const segmentsOfDeeds = segments.filter(({ all }) => /"(event|tickets|nps|seen)"/.test(JSON.stringify(all)))
    expect(segmentsOfDeeds.length).toBeGreaterThan(5)
    const met = { yes: 0, no: 0 }
    for (const [i, one] of some.entries()) {
      const ids = [one.personId, ...(one.claimId === null ? [] : [one.claimId])]
      for (const segment of segmentsOfDeeds.filter((_, place) => place % 10 === i % 10)) {
        const standing = await findStanding(
          heed.store.read,
          scope,
          { segment, firstSeenDays: {} },
          { id: one.personId, ids },
        )
        expect(standing?.targeted, formatSegment(segment)).toBe(matchesSegment(segment, one.customer, someNow))
        met[standing?.targeted ? 'yes' : 'no'] += 1
      }
    }
    expect(Math.min(met.yes, met.no)).toBeGreaterThan(5)
  }, 3_600_000)

  it.each(['ignore', 'use'] as const)(
    'counts what the pure matcher counts, where claims are to %s',
    async (unverifiedValues) => {
      const scope = scopeOf(unverifiedValues)
      for (const segment of segments.slice(0, slowCount)) {
        const chosen = customers.filter((one) => matchesSegment(segment, counting(one, scope), someNow))
        const spends = new Map(
          chosen.flatMap((one) =>
            one.account === null ? [] : [[one.account, counting(one, scope).reportingSpendMinor ?? 0] as const],
          ),
        )
        expect(await countCustomers(heed.store.read, scope, segment), formatSegment(segment)).toEqual({
          people: chosen.length,
          accounts: spends.size,
          spendMinor: [...spends.values()].reduce((sum, spend) => sum + spend, 0),
        })
      }
    },
    3_600_000,
  )

  it.each(['answer', 'now'] as const)(
    'chooses exactly the answers that the pure matcher chooses, as of the %s',
    async (asOf) => {
      const { db, tables } = heed.store.read
      const { tickets } = tables
      const scope = scopeOf('ignore')
      for (const segment of segments.slice(0, slowCount)) {
        const rows = await db
          .select({ id: tickets.id })
          .from(tickets)
          .where(
            and(eq(tickets.workspaceId, workspaceId), snapshotIn({ segment, asOf }, tickets, heed.store.read, scope)),
          )
        const expected = customers.flatMap((one) => {
          const customer = asOf === 'now' ? counting(one, scope) : asAnswered(one, scope)
          return matchesSegment(segment, customer, someNow) ? one.ticketIds : []
        })
        expectSame(
          rows.map(({ id }) => id),
          expected,
          segment,
        )
      }
    },
    3_600_000,
  )

  /** Every ticket keeps what the customer before had, so that then and now differ. */
  const asAnswered = (one: (typeof customers)[number], scope: Scope): SegmentCustomer => {
    const { plan, reportingSpendMinor, tenureDays, traits } = one.kept
    const counts = one.keptTrust === 'verified'
    return {
      ...counting(one, scope),
      plan: counts ? plan : null,
      reportingSpendMinor: counts ? reportingSpendMinor : null,
      tenureDays: counts ? tenureDays : null,
      // A row does not know whose its traits are.
      personTraits: counts ? traits : {},
      accountTraits: counts ? traits : {},
    }
  }

  it('takes whatever a text can hold as text', async () => {
    const nasty = ["' or 1=1 --", '%', '_', '\\', '"; drop table people; --', '* ', '[a-z]', '😀', '$.a', '{}', '?']
    const scope = scopeOf('use')
    for (const text of nasty) {
      const texts: Segment['all'] = [
        { field: 'plan', test: { op: 'is', values: [text] } },
        { field: 'plan', test: { op: 'contains', text } },
        { field: 'trait', name: text.replace(/["\\]/g, ''), test: { op: 'starts', text } },
        { field: 'event', name: text, times: { from: 1 } },
      ]
      for (const node of texts) {
        const { people } = await countCustomers(heed.store.read, scope, { all: [node] })
        const expected = customers.filter(({ customer }) => matchesSegment({ all: [node] }, customer, someNow)).length
        expect(people).toBe(expected)
      }
    }
  }, 60_000)

  it('reads the same from an address', async () => {
    const { segment } = parseSegment('plan:growth;not(country:DE)')
    const scope = scopeOf('use')
    const { people } = await countCustomers(heed.store.read, scope, segment)

    expect(people).toBe(customers.filter(({ customer }) => matchesSegment(segment, customer, someNow)).length)
    expect(people).toBeGreaterThan(0)
  })
})
