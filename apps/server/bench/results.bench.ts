import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, rm, stat } from 'node:fs/promises'
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
import { fillAnswers, surveyOfAnswers } from './many-answers.ts'

/** `HEED_BENCH_ANSWERS=100000` measures that many alone. */
const sizes = (process.env.HEED_BENCH_ANSWERS ?? '100000,1000000').split(',').map(Number)
const rounds = Number(process.env.HEED_BENCH_ROUNDS ?? 15)
/** In SQL the same takes seconds. `HEED_BENCH_SQL_ROUNDS=0` leaves it out. */
const roundsInSql = Number(process.env.HEED_BENCH_SQL_ROUNDS ?? 1)
/** Stores are kept in this folder, packed, and read from it the next time. Left out: made anew each time. */
const keptIn = process.env.HEED_BENCH_FOLDER

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
  ['results', 'days=365&unit=accounts', 'plan:growth,scale;spend:10000..;tenure:180..'],
  ['results', 'days=365&unit=spend', ''],
  ['results', 'days=365&unit=spend', 'plan:growth,scale;spend:10000..;tenure:180..'],
  ['results', 'days=365&unit=spend&asOf=now', 'plan:growth;trait.industry:Retail'],
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
  ['cuts', 'days=365&by=spend&unit=spend', 'plan:growth,scale;spend:10000..;tenure:180..'],
] as const
type Asked = (typeof asked)[number]

const say = (line: string) => process.stdout.write(`${line}\n`)
const quantile = (values: number[], share: number) => {
  const sorted = values.toSorted((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN
}

/** What the processor worked, which others on the machine do not add to as they do to what passes on the clock. */
const worked = async (times: number, work: () => Promise<unknown>) => {
  const took: number[] = []
  let result: unknown
  for (let round = 0; round < times; round++) {
    const before = process.cpuUsage()
    result = await work()
    const { user, system } = process.cpuUsage(before)
    took.push((user + system) / 1_000)
  }
  return { took, result }
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
const pack = async (store: Store) => {
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
    made += await fillFrames(store, { workspaceId, surveyId: surveyOfAnswers, of }, scope.now)
  const took = performance.now() - begin
  isPacked = true
  await writing
  pauses.disable()
  say(
    `packed ${made} frames in ${(took / 1000).toFixed(1)} s; longest pause ${(pauses.max / 1e6).toFixed(0)} ms, ` +
      `p99 ${(pauses.percentile(99) / 1e6).toFixed(0)} ms; writes beside it p50 ${quantile(writes, 0.5).toFixed(1)} ms, p99 ${quantile(writes, 0.99).toFixed(1)} ms`,
  )
}

/** A store with so many answers, packed; one that was kept is taken as it is. */
const makeStore = async (file: string, answers: number) => {
  if (existsSync(file)) return
  await fillAnswers(file, workspaceId, scope.now, answers)
  const store = await openSqliteStore(file)
  try {
    const before = (await stat(file)).size
    say(`\n${answers} answers, store of ${(before / 1e6).toFixed(0)} MB`)
    await pack(store)
    say(`${(((await stat(file)).size - before) / 3 / answers).toFixed(0)} bytes a packed row`)
  } finally {
    await store.close()
  }
}

it.each(sizes)('reads results and cuts over %d answers', async (answers) => {
  const folder = keptIn ?? (await mkdtemp(join(tmpdir(), 'heed-bench-')))
  await mkdir(folder, { recursive: true })
  const file = join(folder, `${answers}-answers.sqlite`)
  await makeStore(file, answers)
  const store = await openSqliteStore(file)
  try {
    const survey = await findSurvey(store.read, workspaceId, surveyOfAnswers)
    if (!survey) throw new Error('the survey is missing')
    const memory = process.memoryUsage().rss
    const people = createPeopleMemory(store)
    await people.current(workspaceId)
    await people.settled()
    const customersOf: CustomersOf = (scope) => customersInMemory(store.read, people, scope)
    const packed = reading(store, survey, customersOf, countsWithFrames(store, customersOf))
    say(`\n${answers} answers, milliseconds of the processor, ${rounds} rounds, in SQL ${roundsInSql}\n`)
    say(['first', 'p50', 'shortest', 'in SQL'].map((name) => name.padStart(8)).join(' '))
    const results = new Map<Asked, unknown>()
    const lines = new Map<Asked, number[]>()
    for (const one of asked) {
      const {
        took: [first = Number.NaN],
      } = await worked(1, packed(one))
      const { took, result } = await worked(rounds, packed(one))
      results.set(one, result)
      lines.set(one, [first, quantile(took, 0.5), Math.min(...took)])
    }
    say(`memory grew by ${((process.memoryUsage().rss - memory) / 1e6).toFixed(0)} MB\n`)

    const inSql = reading(
      store,
      survey,
      (scope) => customersInSql(store.read, scope),
      (...given) => countsInSql(store.read, ...given),
    )
    for (const one of asked) {
      const { took, result } = await worked(roundsInSql, inSql(one))
      const [route, query, text] = one
      const columns = [...(lines.get(one) ?? []), quantile(took, 0.5)].map((ms) => ms.toFixed(0).padStart(8))
      say(`${columns.join(' ')}  ${route}?${query}${text && `&segment=${text}`}`)
      if (roundsInSql > 0) expect(rounded(results.get(one))).toEqual(rounded(result))
    }
  } finally {
    await store.close()
    if (!keptIn) await rm(folder, { recursive: true, force: true })
  }
})
