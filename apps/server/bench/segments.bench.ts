import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openSqliteStore, type Store } from '@heed/db'
import { parseSegment } from '@heed/segments'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { listPeople } from '../src/features/people/people-list.queries.ts'
import type { Scope } from '../src/features/segments/scope.ts'
import { countCustomers } from '../src/features/segments/segment-size.queries.ts'
import { fillMillion, peopleCount } from './million-people.ts'

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
  'event."Invoice sent":1..@30d;plan:growth',
  // No index holds what people's traits are, so all million are read.
  'any(plan:enterprise;seats:50..);not(country:DE)',
  'person.role:admin',
]

const say = (line: string) => process.stdout.write(`${line}\n`)
const median = (values: number[]) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

let folder = ''
let store: Store

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-bench-'))
  await fillMillion(join(folder, 'heed.sqlite'), workspaceId, scope.now)
  store = await openSqliteStore(join(folder, 'heed.sqlite'))
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

/** Median of what passed on the clock and of what the processor worked, which others on the machine do not add to. */
const timed = async (work: () => Promise<unknown>) => {
  const took: number[] = []
  const worked: number[] = []
  for (let round = 0; round < rounds; round++) {
    const begin = performance.now()
    const before = process.cpuUsage()
    await work()
    const { user, system } = process.cpuUsage(before)
    took.push(performance.now() - begin)
    worked.push((user + system) / 1_000)
  }
  return `${median(took).toFixed(1).padStart(9)} ${`(${median(worked).toFixed(1)})`.padStart(9)}`
}

it('counts segments over a million people and lists their first page', async () => {
  say('milliseconds (of the processor), median of five\n')
  say(`${'count'.padEnd(20)} ${'page'.padEnd(20)} ${'people'.padStart(9)}  segment`)
  for (const text of segments) {
    const { segment, faults } = parseSegment(text)
    expect(faults).toEqual([])
    const counted = await timed(() => countCustomers(store.read, scope, segment))
    const listed = await timed(() => listPeople(store.read, scope, segment, { sort: 'name', limit: 50 }))
    const { people } = await countCustomers(store.read, scope, segment)
    say(`${counted.padEnd(20)} ${listed.padEnd(20)} ${String(people).padStart(9)}  ${text || 'everyone'}`)
    if (text === '') expect(people).toBe(peopleCount)
  }
})
