import type { AsOf } from '@heed/contracts'
import { formatSegment } from '@heed/segments'
import { someCustomer, someNow, someSegment } from '@heed/segments/testing'
import fc from 'fast-check'
import { beforeAll, expect, it } from 'vitest'
import { describeOnBothStores } from '../../../testing/heed.ts'
import { customersInMemory } from '../../people/packed/customers-in-memory.ts'
import { createPeopleMemory } from '../../people/packed/people-memory.ts'
import type { Filter, Scope } from '../../segments/scope.ts'
import { insertCustomers } from '../../segments/testing-customers.ts'
import type { Picked } from '../count-answers.ts'
import { type Counts, countsInSql } from '../counts.ts'
import type { Dimension } from '../dimensions-sql.ts'
import { measureOf } from '../measure-of.ts'
import { fillFrames, isFresh } from './fill-frames.ts'
import { listFrames } from './frames.queries.ts'
import { countsWithFrames } from './frames.ts'
import { insertSpoken } from './testing-spoken.ts'

/** HEED_TEST_SEGMENTS=10000 runs the whole of what the two ways of counting were held to. */
const runs = Number(process.env.HEED_TEST_SEGMENTS ?? 120)
const customerCount = Number(process.env.HEED_TEST_CUSTOMERS ?? 400)
const seed = Number(process.env.HEED_TEST_SEED ?? 4747)
const dayMs = 86_400_000

const someDimension = fc.constantFrom<Dimension>(
  ...(['day', 'week', 'month', 'plan', 'tenure', 'spend', 'version', 'locale'] as const),
  ...(['trait.industry', 'trait.constructor', 'trait.score.1', 'trait.nobody has it'] as const),
)
const someMoment = fc.tuple(fc.integer({ min: -1, max: 60 }), fc.constantFrom(0, 1, 43_200_000))
/** A filter, a span, a version, and what to count by and as whose voice. */
const someCount = fc.record({
  filter: fc.record({ segment: someSegment, asOf: fc.constantFrom<AsOf>('answer', 'now') }),
  span: fc
    .tuple(someMoment, someMoment)
    .map((moments) =>
      moments
        .map(([days, ms]) => new Date(someNow.getTime() - days * dayMs + ms))
        .sort((a, b) => a.getTime() - b.getTime()),
    ),
  version: fc.option(fc.constantFrom(1, 2, 3), { nil: undefined, freq: 2 }),
  by: fc.uniqueArray(someDimension, { maxLength: 3 }),
  unit: fc.constantFrom('accounts' as const, 'spend' as const),
  kind: fc.constantFrom('nps' as const, 'multiple_choice' as const, 'text' as const),
  unverifiedValues: fc.constantFrom<Scope['unverifiedValues']>('ignore', 'use'),
})
type Count = typeof someCount extends fc.Arbitrary<infer T> ? T : never

/** Sums in another order differ in their last digits. */
const rounded = (_: string, value: unknown) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value)
const sorted = (rows: object[]) => rows.map((row) => JSON.stringify(row, rounded)).sort()

const countAll = async (counts: Counts, surveyId: string, { span, version, by, unit, kind }: Count) => {
  const [since = someNow, until = someNow] = span
  const picked: Picked = { survey: { id: surveyId, kind }, since, until, version, spendBounds: [1, 5_000, 10_001] }
  const voice = { measure: measureOf(kind), option: 'ab', unit }
  return {
    answers: sorted(await counts.answers(picked, by)),
    shown: sorted(await counts.shown(picked, by)),
    voices: (await counts.voices(picked, [by, [], by.slice(1)], voice)).map((cut) =>
      sorted(cut.map(({ parts, sums }) => ({ parts, ...inOneOrder(sums) }))),
    ),
  }
}
const inOneOrder = (sums: object) => Object.fromEntries(Object.entries(sums).sort())

describeOnBothStores('counting in packed columns', (heed) => {
  let where = { workspaceId: '', surveyId: '' }
  const keys = () => (['answers', 'showings'] as const).map((of) => ({ ...where, of }))

  beforeAll(async () => {
    where = await heed.workspace()
    const customers = await insertCustomers(heed, where, fc.sample(someCustomer, { numRuns: customerCount, seed }))
    await insertSpoken(heed, { ...where, now: someNow }, customers)
    for (const key of keys()) await fillFrames(heed.store, key, someNow, { mostRows: 300, fewestRows: 50 })
  }, 120_000)

  it('says what SQL says, whatever the filter, the span and the dimensions', async () => {
    const { store } = heed
    const memory = createPeopleMemory(store, { fewestPeople: 10 })
    await memory.current(where.workspaceId)
    await memory.settled()
    const countsOf = countsWithFrames(store, (scope) => customersInMemory(store.read, memory, scope))
    for (const key of keys()) expect((await listFrames(store.read, key)).filter(isFresh).length).toBeGreaterThan(2)
    let counted = 0
    for (const count of fc.sample(someCount, { numRuns: runs, seed })) {
      const { filter, unverifiedValues } = count
      const scope: Scope = { workspaceId: where.workspaceId, currency: 'USD', unverifiedValues, now: someNow }

      const packed = await countAll(countsOf(scope, filter), where.surveyId, count)
      const inSql = await countAll(countsInSql(store.read, scope, filter), where.surveyId, count)

      expect(packed, `${formatSegment(filter.segment)} ${JSON.stringify(count)}`).toEqual(inSql)
      if (packed.answers.length > 0 && filter.segment.all.length > 0) counted++
    }
    expect(counted).toBeGreaterThan(runs / 6)
  }, 3_600_000)

  it('needs no more memory than it may have', async () => {
    const { store } = heed
    const filter: Filter = { segment: { all: [{ field: 'plan', test: { op: 'known' } }] }, asOf: 'answer' }
    const scope: Scope = { workspaceId: where.workspaceId, currency: 'USD', unverifiedValues: 'use', now: someNow }
    const picked: Picked = { survey: { id: where.surveyId, kind: 'nps' }, since: new Date(0), until: someNow }

    const inNone = await countsWithFrames(store, heed.deps.customersOf, 0)(scope, filter).answers(picked, ['plan'])

    const inSql = await countsInSql(store.read, scope, filter).answers(picked, ['plan'])
    expect(sorted(inNone)).toEqual(sorted(inSql))
  })
})
