import type { Segment, SegmentCondition, SegmentSize, Snapshot } from '@heed/contracts'
import { matchesSegment } from '@heed/segments'
import { and, eq } from 'drizzle-orm'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { findVisitor } from '../people/people.queries.ts'
import { snapshotOf } from '../people/snapshot.ts'
import { snapshotIn } from './segment-sql.ts'
import { countCustomers } from './segments.queries.ts'

const plans = ['starter', 'growth', 'Growth', "o'brien", '50%_off']
const traitNames = ['industry', 'beta', 'seats', 'odd name']
const traitValues = ['Retail', 'retail', 'true', 'false', '12', '1.5', '', 'ünïcode']

const condition: fc.Arbitrary<SegmentCondition> = fc.oneof(
  fc.record({ field: fc.constant('plan' as const), anyOf: fc.subarray(plans, { minLength: 1 }) }),
  fc.record(
    { field: fc.constant('spend' as const), atLeastMinor: fc.nat(20), atMostMinor: fc.nat(20) },
    { requiredKeys: ['field'] },
  ),
  fc.record(
    { field: fc.constant('tenure' as const), atLeastDays: fc.nat(12), atMostDays: fc.nat(12) },
    { requiredKeys: ['field'] },
  ),
  fc.record({
    field: fc.constant('trait' as const),
    name: fc.constantFrom(...traitNames),
    anyOf: fc.subarray(traitValues, { minLength: 1 }),
  }),
)
const segment: fc.Arbitrary<Segment> = fc.record({ all: fc.array(condition, { maxLength: 4 }) })

const traits = fc.dictionary(
  fc.constantFrom(...traitNames),
  fc.constantFrom<string | number | boolean>(...traitValues, true, false, 12, 1.5),
)
const someone = fc.record({
  plan: fc.option(fc.constantFrom(...plans), { nil: undefined }),
  spendMinor: fc.option(fc.nat(20), { nil: undefined }),
  currency: fc.option(fc.constantFrom('USD', 'EUR'), { nil: undefined }),
  accountDaysAgo: fc.option(fc.integer({ min: -2, max: 12 }), { nil: undefined }),
  personDaysAgo: fc.option(fc.integer({ min: -2, max: 12 }), { nil: undefined }),
  hoursAgo: fc.integer({ min: 0, max: 23 }),
  account: fc.boolean(),
  accountTraits: traits,
  personTraits: traits,
})

const peopleCount = 150

describeOnBothStores('a segment in SQL', (heed) => {
  let workspaceId = ''
  let ada: Awaited<ReturnType<typeof heed.workspace>>['ada']
  const snapshots: { id: string; snapshot: Snapshot }[] = []

  // Given many customers, in all ways of missing values, each with one answer.
  beforeAll(async () => {
    const workspace = await heed.workspace()
    workspaceId = workspace.workspaceId
    ada = workspace.ada
    const { hashToken } = await import('../../http/tokens.ts')
    const ago = (days: number | undefined, hours: number) =>
      days === undefined
        ? {}
        : { createdAt: new Date(heed.clock.now().getTime() - days * 86_400_000 - hours * 3_600_000).toISOString() }
    for (const [i, one] of fc.sample(someone, { numRuns: peopleCount, seed: 4747 }).entries()) {
      const browser = workspace.visitor()
      await browser.put('/person', {
        userId: `u${i}`,
        ...ago(one.personDaysAgo, one.hoursAgo),
        traits: one.personTraits,
        ...(one.account
          ? {
              account: {
                accountId: `a${i}`,
                ...(one.plan ? { plan: one.plan } : {}),
                ...(one.spendMinor === undefined ? {} : { spendMinor: one.spendMinor }),
                ...(one.currency ? { currency: one.currency } : {}),
                ...ago(one.accountDaysAgo, one.hoursAgo),
                traits: one.accountTraits,
              },
            }
          : {}),
      })
      const id = heed.deps.newId('response')
      await browser.put(`/responses/${id}`, { surveyId: workspace.surveyId, score: i % 11 })
      const customer = await findVisitor(heed.store.read, workspaceId, hashToken(browser.token))
      if (customer) snapshots.push({ id, snapshot: snapshotOf(customer, heed.clock.now()) })
    }
    expect(snapshots).toHaveLength(peopleCount)
  }, 60_000)

  it('chooses exactly the answers that the pure matcher chooses', async () => {
    const { read } = heed.store
    const { responses } = read.tables
    await fc.assert(
      fc.asyncProperty(segment, async (wanted) => {
        const rows = await read.db
          .select({ id: responses.id })
          .from(responses)
          .where(
            and(
              eq(responses.workspaceId, workspaceId),
              snapshotIn(wanted, responses, { handle: read, currency: 'USD' }),
            ),
          )
        const expected = snapshots.filter(({ snapshot }) => matchesSegment(wanted, snapshot, 'USD')).map(({ id }) => id)
        expect(rows.map(({ id }) => id).sort()).toEqual(expected.sort())
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('counts exactly the people now whom the pure matcher counts', async () => {
    const scope = { workspaceId, currency: 'USD', now: heed.clock.now() }
    await fc.assert(
      fc.asyncProperty(segment, async (wanted) => {
        const { people } = await countCustomers(heed.store.read, scope, wanted)
        expect(people).toBe(snapshots.filter(({ snapshot }) => matchesSegment(wanted, snapshot, 'USD')).length)
      }),
      { numRuns: 300 },
    )
  }, 60_000)

  it('says how large a segment is beside the whole base', async () => {
    const { body } = await ada.get<SegmentSize>('/segment/size?plan=starter')

    const starters = snapshots.filter(({ snapshot }) => snapshot.plan === 'starter')
    expect(body.people).toBe(starters.length)
    expect(body.base.people).toBe(peopleCount)
  })
})
