import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { openPostgresStore, openSqliteStore, type Store } from '@heed/db'
import { makeTestPlace } from '@heed/db/testing'
import { parseSegment } from '@heed/segments'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Customers, customersInSql } from '../src/features/people/customers.ts'
import { customersInMemory } from '../src/features/people/packed/customers-in-memory.ts'
import { createPeopleMemory } from '../src/features/people/packed/people-memory.ts'
import { listPeople } from '../src/features/people/people-list.queries.ts'
import type { Scope } from '../src/features/segments/scope.ts'
import { fillEvents } from './asked-waves.ts'
import { copyToPostgres } from './copy-to-postgres.ts'
import { fillMillion, peopleCount } from './million-people.ts'
import { fillScoresAndTickets } from './said-by-many.ts'

/** HEED_BENCH_STORE=postgres measures PostgreSQL, which the run brings along. */
const onPostgres = process.env.HEED_BENCH_STORE === 'postgres'
/** HEED_BENCH_FOLDER keeps the store, and reads it again the next time. */
const keptFolder = process.env.HEED_BENCH_FOLDER
const rounds = 5
const workspaceId = 'wsp_000000000000000000000'
const scope: Scope = { workspaceId, currency: 'EUR', unverifiedValues: 'ignore', now: new Date('2026-06-01T12:00:00Z') }

const segments = [
  '',
  'spend:10000..;tenure:180..',
  'plan:growth,scale;spend:10000..;tenure:180..',
  'account.industry:Retail,Energy',
  'any(plan:enterprise;seats:50..);not(account.country:DE)',
  'seen:30d..;plan:growth',
  'plan:growth;spend:..3000',
  'event."Invoice sent":1..@30d;plan:growth',
  'event."Invoice sent":..0',
  'event."Export finished":..0@60d',
  'event."Export finished":1..@60d',
  'nps:0..6@90d',
  'tickets.open:1..',
  'nps:9..;plan:enterprise;tickets:..0',
  // No index holds what people's traits are, so all million are read.
  'any(plan:enterprise;seats:50..);not(country:DE)',
  'person.role:admin',
]

const say = (line: string) => process.stdout.write(`${line}\n`)
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

let folder = ''
let store: Store
let place: Awaited<ReturnType<typeof makeTestPlace>> | undefined

beforeAll(async () => {
  folder = keptFolder ?? (await mkdtemp(join(tmpdir(), 'heed-bench-')))
  const file = join(folder, 'a-million-people.sqlite')
  if (!existsSync(file)) {
    await fillMillion(file, workspaceId, scope.now)
    fillEvents(file, workspaceId, scope.now)
    fillScoresAndTickets(file, workspaceId, scope.now)
  }
  if (onPostgres) {
    place = await makeTestPlace('postgres')
    await copyToPostgres(file, place.place)
  }
  store = await (place ? openPostgresStore(place.place) : openSqliteStore(file))
})
afterAll(async () => {
  await store.close()
  await place?.remove()
  if (!keptFolder) await rm(folder, { recursive: true, force: true })
})

/** What passed on the clock, and what the processor worked, which others on the machine do not add to. */
type Took = { clockMs: number; workedMs: number }
const shown = ({ clockMs, workedMs }: Took) =>
  `${clockMs.toFixed(1).padStart(9)} ${`(${workedMs.toFixed(1)})`.padStart(9)}`

const timedOnce = async (work: () => Promise<unknown>): Promise<Took> => {
  const begin = performance.now()
  const before = process.cpuUsage()
  await work()
  const { user, system } = process.cpuUsage(before)
  return { clockMs: performance.now() - begin, workedMs: (user + system) / 1_000 }
}

/** Medians. */
const timed = async (work: () => Promise<unknown>): Promise<Took> => {
  const took: Took[] = []
  for (let round = 0; round < rounds; round++) took.push(await timedOnce(work))
  return {
    clockMs: median(took.map(({ clockMs }) => clockMs)),
    workedMs: median(took.map(({ workedMs }) => workedMs)),
  }
}

/** The same; null where PostgreSQL stopped the statement because it took longer than the store allows. */
const timedUnlessStopped = (work: () => Promise<unknown>) =>
  timed(work).catch((error: unknown) => {
    if (codeOf(error) === '57014') return null
    throw error
  })
const codeOf = (error: unknown) => (error as { cause?: { code?: unknown } }).cause?.code

/** Reads all people into memory, while a clock says how long others had to wait. */
const readPeople = async () => {
  const memory = createPeopleMemory(store)
  const pauses = monitorEventLoopDelay({ resolution: 1 })
  pauses.enable()
  const begin = performance.now()
  const before = process.cpuUsage()
  expect(await memory.current(workspaceId)).toBeNull()
  await memory.settled()
  const { user, system } = process.cpuUsage(before)
  pauses.disable()
  say(
    `read into memory in ${((performance.now() - begin) / 1000).toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of the processor), ` +
      `${(memory.bytes / peopleCount).toFixed(0)} bytes a person; longest pause ${(pauses.max / 1e6).toFixed(0)} ms, p99 ${(pauses.percentile(99) / 1e6).toFixed(0)} ms\n`,
  )
  return { memory, customers: customersInMemory(store.read, memory, scope) }
}

it('counts segments over a million people and lists their first page', async () => {
  const inSql = customersInSql(store.read, scope)
  const { memory, customers: inMemory } = await readPeople()
  say(
    'milliseconds (of this processor), median of five: in SQL, then from memory, and how long it took for the first time;',
  )
  say('"before": counted once before all of these, what people did being read only then\n')
  say(`${'count'.padEnd(42)} ${'page'.padEnd(63)} ${'before'.padEnd(20)} ${'people'.padStart(9)}  segment`)
  const parsed = segments.map((text) => {
    const { segment, faults } = parseSegment(text)
    expect(faults).toEqual([])
    return { text, segment }
  })
  const before: Took[] = []
  for (const { segment } of parsed) {
    before.push(await timedOnce(() => inMemory.size(segment)))
    await memory.settled() // what people did is read when it is first asked for
  }
  for (const [i, { text, segment }] of parsed.entries()) {
    const page = (customers: Customers) =>
      listPeople({ handle: store.read, customers }, scope, segment, { sort: 'name', limit: 50 })
    const first = await timedOnce(() => page(inMemory))
    const times = [
      await timedUnlessStopped(() => inSql.size(segment)),
      await timed(() => inMemory.size(segment)),
      await timedUnlessStopped(() => page(inSql)),
      await timed(() => page(inMemory)),
      first,
      before[i] ?? null,
    ]
    const size = await inMemory.size(segment)
    if (!times.includes(null)) {
      expect(size).toEqual(await inSql.size(segment))
      expect(await page(inMemory)).toEqual(await page(inSql))
    }
    say(
      `${times.map((took) => (took ? shown(took) : 'stopped').padEnd(20)).join(' ')} ${String(size.people).padStart(9)}  ${text || 'everyone'}`,
    )
    if (text === '') expect(size.people).toBe(peopleCount)
  }
})
