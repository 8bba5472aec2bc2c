import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { SurveySampling, SurveyTargeting } from '@heed/contracts'
import { openSqliteStore, type Store } from '@heed/db'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createDeps, type Deps } from '../src/deps.ts'
import { decideAsk } from '../src/features/asks/decide-ask.ts'
import { createSurvey } from '../src/features/surveys/create-survey.ts'
import { createWorkspace } from '../src/features/workspaces/create-workspace.ts'
import { fillBrowsers, fillEvents, fillWave } from './asked-waves.ts'
import { fillMillion } from './million-people.ts'

/** `HEED_BENCH_WAVES=1000` measures that wave alone. */
const waves = (process.env.HEED_BENCH_WAVES ?? '1000,20000,200000').split(',').map(Number)
const rounds = Number(process.env.HEED_BENCH_ROUNDS ?? 200)

const days = 10
const dayMs = 86_400_000
const firstLaunch = new Date('2026-06-01T12:00:00Z')

const samplings: [string, SurveySampling][] = [
  ['everyone', { mode: 'everyone' }],
  ['a share', { mode: 'share', share: 0.25 }],
  ['a target', { mode: 'target', answers: 100_000, days: 30, by: ['plan'] }],
]
const segments: SurveyTargeting[] = [
  { segment: 'plan:growth;spend:10000..' },
  { segment: 'event."Export finished":1..@60d' },
  { segment: 'event."Export finished":..0@60d' },
  { segment: 'nps:0..6' },
  { segment: 'tickets:..2' },
  { segment: 'seen:..7d' },
  { firstSeenDays: { from: 30 } },
]

const say = (line: string) => process.stdout.write(`${line}\n`)
const quantile = (sorted: number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN

let folder = ''
let file = ''
let store: Store
let deps: Deps
let workspaceId = ''
let browsers: string[] = []
let at = firstLaunch
let surveys = 0

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'heed-bench-'))
  file = join(folder, 'heed.sqlite')
  store = await openSqliteStore(file)
  deps = createDeps(store, () => at)
  workspaceId = (await createWorkspace(deps, { name: 'Bench', currency: 'EUR', origins: [] })).workspaceId
  await fillMillion(file, workspaceId, firstLaunch)
  fillEvents(file, workspaceId, firstLaunch)
  browsers = fillBrowsers(file, workspaceId, firstLaunch, rounds + 1)
})
afterAll(async () => {
  await store.close()
  await rm(folder, { recursive: true, force: true })
})

/** Each is launched a day after the one before, so that nobody's place is held by that. */
const running = async (more: { sampling?: SurveySampling; targeting?: SurveyTargeting }) => {
  at = new Date(firstLaunch.getTime() + surveys++ * dayMs)
  return createSurvey(deps, workspaceId, {
    kind: 'csat',
    name: 'Asked',
    state: 'running',
    repeatAfterDays: 90,
    ...more,
  })
}

const ask = (surveyId: string, hash: string) =>
  decideAsk(deps, { workspaceId, hash }, { surveyId, exposureId: deps.newId('exposure') })

/** Each browser asks once. @param eachMs between two of them */
const timed = async (surveyId: string, eachMs: number) => {
  const took: number[] = []
  const worked: number[] = []
  let granted = 0
  for (const hash of browsers.slice(1)) {
    at = new Date(at.getTime() + eachMs)
    const begin = performance.now()
    const before = process.cpuUsage()
    if ((await ask(surveyId, hash)).granted) granted += 1
    const { user, system } = process.cpuUsage(before)
    took.push(performance.now() - begin)
    worked.push((user + system) / 1_000)
  }
  const columns = [took, worked].flatMap((ms) => {
    const sorted = ms.toSorted((a, b) => a - b)
    return [quantile(sorted, 0.5), quantile(sorted, 0.95), sorted.at(-1) ?? Number.NaN]
  })
  return `${columns.map((ms) => ms.toFixed(1).padStart(8)).join(' ')} ${String(granted).padStart(7)}`
}

it('decides who is asked, in large waves and of many people', async () => {
  say(`milliseconds of ${rounds} asks: on the clock p50, p95, longest; of the processor the same; granted\n`)
  for (const asks of waves) {
    for (const [name, sampling] of samplings) {
      const surveyId = await running({ sampling })
      const begin = performance.now()
      await ask(surveyId, browsers[0] ?? '')
      const first = performance.now() - begin
      at = new Date(at.getTime() + days * dayMs)
      fillWave(file, workspaceId, { surveyId, asks, now: at, days })
      const columns = await timed(surveyId, Math.min(60_000, (days * dayMs) / asks))
      say(`${columns}  ${name}, ${asks} asks; the first, which plans the wave: ${first.toFixed(0)} ms`)
    }
  }
  for (const targeting of segments) {
    const surveyId = await running({ targeting })
    at = new Date(at.getTime() + days * dayMs)
    say(`${await timed(surveyId, 60_000)}  ${targeting.segment ?? 'first seen 30 days ago'}`)
  }
  // Every one of them is decided by the segment alone.
  const { db, tables } = store.read
  expect(await db.$count(tables.asks)).toBeGreaterThan(rounds)
})
