import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { CutQuery, ResultQuery } from '@heed/contracts'
import { openSqliteStore, type Store } from '@heed/db'
import { parseSegment } from '@heed/segments'
import { expect, it } from 'vitest'
import { type CustomersOf, customersInSql } from '../src/features/people/customers.ts'
import { customersInMemory } from '../src/features/people/packed/customers-in-memory.ts'
import { createPeopleMemory } from '../src/features/people/packed/people-memory.ts'
import { countsInSql } from '../src/features/results/counts.ts'
import { fillFrames } from '../src/features/results/frames/fill-frames.ts'
import { type CountsOf, countsWithFrames } from '../src/features/results/frames/frames.ts'
import { readCut } from '../src/features/results/read-cut.ts'
import { readResult } from '../src/features/results/read-result.ts'
import type { Scope } from '../src/features/segments/scope.ts'
import { findSurvey, type SurveyRow } from '../src/features/surveys/surveys.queries.ts'
import { fillAnswers } from './many-answers.ts'

/** `HEED_BENCH_ANSWERS=100000` measures that many alone. */
const sizes = (process.env.HEED_BENCH_ANSWERS ?? '100000,1000000').split(',').map(Number)
const rounds = Number(process.env.HEED_BENCH_ROUNDS ?? 15)
/** In SQL the same takes seconds. `HEED_BENCH_SQL_ROUNDS=0` leaves it out. */
const roundsInSql = Number(process.env.HEED_BENCH_SQL_ROUNDS ?? 3)

const workspaceId = 'wsp_000000000000000000000'
const scope: Scope = { workspaceId, currency: 'EUR', unverifiedValues: 'ignore', now: new Date('2026-06-01T12:00:00Z') }

const asked = [
  ['results', 'days=90', ''],
  ['results', 'days=365', ''],
  ['results', 'days=365', 'plan:growth,scale;spend:10000..;tenure:180..'],
  ['results', 'days=365', 'trait.industry:Retail'],
  ['results', 'days=365', 'seen:0d..7d'],
  ['results', 'days=365', 'event."Invoice sent":1..@30d;plan:growth'],
  ['results', 'days=365&asOf=now', 'plan:growth;trait.industry:Retail'],
  ['results', 'days=365&version=2', ''],
  ['results', 'days=365&unit=accounts', ''],
  ['results', 'days=365&unit=spend', ''],
  ['results', 'days=365&unit=accounts', 'plan:growth,scale;spend:10000..;tenure:180..'],
  ['cuts', 'days=90&by=plan', ''],
  ['cuts', 'days=365&by=plan', ''],
  ['cuts', 'days=365&by=tenure', ''],
  ['cuts', 'days=365&by=spend', ''],
  ['cuts', 'days=365&by=version', ''],
  ['cuts', 'days=365&by=locale', ''],
  ['cuts', 'days=365&by=trait.industry', ''],
  ['cuts', 'days=365&by=plan', 'trait.industry:Retail'],
  ['cuts', 'days=365&by=plan&unit=accounts', ''],
  ['cuts', 'days=365&by=spend&unit=spend', ''],
] as const
type Asked = (typeof asked)[number]

const say = (line: string) => process.stdout.write(`${line}\n`)
const quantile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN

/** What the processor worked, which others on the machine do not add to as they do to what passes on the clock. */
const worked = async (times: number, work: () => Promise<unknown>) => {
  const took: number[] = []
  for (let round = 0; round < times; round++) {
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    took.push((user + system) / 1_000)
  }
  return took
}

const summed = (took: number[]) => {
  const sorted = took.toSorted((a, b) => a - b)
  return [quantile(sorted, 0.5), quantile(sorted, 0.95)].map((ms) => ms.toFixed(1).padStart(8)).join(' ')
}

const reading = (store: Store, survey: SurveyRow, customersOf: CustomersOf, countsOf: CountsOf) => {
  return ([route, query, text]: Asked) => {
    const { segment, faults } = parseSegment(text)
    expect(faults).toEqual([])
    const { asOf, ...params } = Object.fromEntries(new URLSearchParams(query))
    const filter = { segment, asOf: asOf === 'now' ? ('now' as const) : ('answer' as const) }
    return () => {
      const one = {
        survey,
        defaultLocale: 'en',
        scope,
        filter,
        customers: customersOf(scope),
        counts: countsOf(scope, filter),
      }
      return route === 'results'
        ? readResult(store.read, { ...one, query: ResultQuery.parse(params) })
        : readCut(store.read, { ...one, query: CutQuery.parse(params) })
    }
  }
}

/** Sums in another order differ in their last digits. */
const rounded = (result: unknown): unknown =>
  JSON.parse(JSON.stringify(result, (_, value) => (typeof value === 'number' ? Number(value.toPrecision(9)) : value)))

/** Packs all, while small writes go on beside it. */
const pack = async (store: Store, surveyId: string) => {
  const pauses = monitorEventLoopDelay({ resolution: 1 })
  const writes: number[] = []
  let isPacked = false
  pauses.enable()
  const begin = performance.now()
  const writing = (async () => {
    while (!isPacked) {
      const begun = performance.now()
      await store.write(async ({ db, tables }) => db.update(tables.workspaces).set({ name: 'x' }))
      writes.push(performance.now() - begun)
      await new Promise((next) => setTimeout(next, 5))
    }
  })()
  let made = 0
  for (const of of ['answers', 'showings'] as const)
    made += await fillFrames(store, { workspaceId, surveyId, of }, scope.now)
  const took = performance.now() - begin
  isPacked = true
  await writing
  pauses.disable()
  const sorted = writes.toSorted((a, b) => a - b)
  say(
    `packed ${made} frames in ${(took / 1000).toFixed(1)} s; longest pause ${(pauses.max / 1e6).toFixed(0)} ms, ` +
      `p99 ${(pauses.percentile(99) / 1e6).toFixed(0)} ms; writes beside it p50 ${quantile(sorted, 0.5).toFixed(1)} ms, p99 ${quantile(sorted, 0.99).toFixed(1)} ms`,
  )
}

it.each(sizes)('reads results and cuts over %d answers', async (answers) => {
  const folder = await mkdtemp(join(tmpdir(), 'heed-bench-'))
  const file = join(folder, 'heed.sqlite')
  const surveyId = await fillAnswers(file, workspaceId, scope.now, answers)
  let store = await openSqliteStore(file)
  try {
    const survey = await findSurvey(store.read, workspaceId, surveyId)
    if (!survey) throw new Error('the survey is missing')
    const before = (await stat(file)).size
    say(`\n${answers} answers, store of ${(before / 1e6).toFixed(0)} MB`)
    const inSql = reading(
      store,
      survey,
      (scope) => customersInSql(store.read, scope),
      (...given) => countsInSql(store.read, ...given),
    )
    const sql = new Map<Asked, number[]>()
    const expected = new Map<Asked, unknown>()
    for (const one of asked) {
      sql.set(one, await worked(roundsInSql, inSql(one)))
      if (roundsInSql > 0) expected.set(one, await inSql(one)())
    }

    await pack(store, surveyId)
    await store.close()
    say(`${(((await stat(file)).size - before) / 3 / answers).toFixed(0)} bytes a packed row`)

    // As after a restart: nothing is unpacked, and no statement is compiled.
    store = await openSqliteStore(file)
    const memory = process.memoryUsage().rss
    const people = createPeopleMemory(store)
    await people.current(workspaceId)
    await people.settled()
    const customersOf: CustomersOf = (scope) => customersInMemory(store.read, people, scope)
    const packed = reading(store, survey, customersOf, countsWithFrames(store, customersOf))
    say(`\nmilliseconds of the processor, ${rounds} rounds\n`)
    say(
      `${'first'.padStart(8)} ${'p50'.padStart(8)} ${'p95'.padStart(8)}  in SQL: ${'p50'.padStart(8)} ${'p95'.padStart(8)}`,
    )
    for (const one of asked) {
      const [first = 0] = await worked(1, packed(one))
      const took = await worked(rounds, packed(one))
      const [route, query, text] = one
      const beside = summed(sql.get(one) ?? [])
      say(
        `${first.toFixed(1).padStart(8)} ${summed(took)}          ${beside}  ${route}?${query}${text && `&segment=${text}`}`,
      )
      if (expected.has(one)) expect(rounded(await packed(one)())).toEqual(rounded(expected.get(one)))
    }
    say(`\nmemory grew by ${((process.memoryUsage().rss - memory) / 1e6).toFixed(0)} MB`)
  } finally {
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
})
