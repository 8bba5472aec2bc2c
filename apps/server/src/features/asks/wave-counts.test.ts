import { expect, it } from 'vitest'
import { createDeps } from '../../deps.ts'
import { hashToken } from '../../http/tokens.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { submitResponse } from '../responses/submit-response.ts'
import { scopeOf } from '../segments/scope.ts'
import { recordExposure } from '../surveys/record-exposure.ts'
import { findSurvey } from '../surveys/surveys.queries.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { decideAsk } from './decide-ask.ts'
import { insertBase } from './testing-base.ts'
import { countWave, createWaveMemory, type WaveCounts } from './wave-counts.ts'
import { waveOf } from './wave-of.ts'

const hourMs = 3_600_000
const wanted = 10

describeOnBothStores('what is counted of a wave', (heed) => {
  const workspace = async () => {
    const made = await heed.workspace()
    const { workspaceId } = made
    const [users = []] = await insertBase(heed, workspaceId, [
      { plan: 'growth', spendMinor: 2_000, tenureDays: 400, people: 120 },
    ])
    const surveyId = await made.addSurvey({
      id: 'srv_aaaaaaaaaaaaaaaaaaaaa', // who is drawn depends on it
      kind: 'csat',
      repeatAfterDays: 90,
      sampling: { mode: 'target', answers: wanted, days: 30, by: ['plan'] },
    })
    const visitorOf = (place: number) => ({ workspaceId, hash: hashToken(`${workspaceId} ${place}`) })
    const ask = (place: number, deps = heed.deps) =>
      decideAsk(deps, visitorOf(place), {
        surveyId,
        exposureId: deps.newId('exposure'),
        userId: users[place] ?? '',
      })
    /** Somebody whom a page showed the survey, and who answered it. */
    const answer = async (place: number, ageMs = 0, deps = heed.deps) => {
      const exposureId = deps.newId('exposure')
      await recordExposure(deps, visitorOf(place), exposureId, { surveyId, ageMs })
      const responseId = deps.newId('response')
      await submitResponse(deps, visitorOf(place), responseId, { surveyId, exposureId, score: 4, ageMs })
    }
    return { workspaceId, surveyId, ask, answer }
  }
  const places = Array.from({ length: wanted }, (_, place) => place + 1)

  it('holds at once what another process took', async () => {
    const { ask, answer } = await workspace()
    const other = createDeps(heed.store, heed.clock.now)
    await ask(0)
    await ask(20, other)
    for (const place of places.slice(1)) await answer(place, 0, other)
    expect((await ask(21)).reason).not.toBe('quota_full')

    await answer(1, 0, other)

    expect((await ask(22)).reason).toBe('quota_full')
    expect((await ask(23, other)).reason).toBe('quota_full')
  })

  it('takes in later what is told late', async () => {
    const { ask, answer } = await workspace()
    heed.clock.advance('5h')
    await ask(0)
    for (const place of places) await answer(place, 2 * hourMs)

    expect((await ask(21)).reason).not.toBe('quota_full')
    heed.clock.advance('1h')
    expect((await ask(22)).reason).toBe('quota_full')
  })

  it('counts once who is there on both sides of what is remembered', async () => {
    const { answer, workspaceId, surveyId } = await workspace()
    const survey = await findSurvey(heed.store.read, workspaceId, surveyId)
    if (!survey) throw new Error('the survey is missing')
    const memory = createWaveMemory()
    const counts = async () => {
      const scope = scopeOf(await getWorkspace(heed.store.read, workspaceId), heed.clock.now())
      const counted = { surveyId, wave: waveOf(survey, heed.clock.now()), cuts: [] }
      const remembered = await memory.count(heed.store.read, scope, counted, 30 * 24 * hourMs)
      return [remembered, await countWave(heed.store.read, scope, counted)].map(sums)
    }
    const each = (people: number) => Array(2).fill(expect.objectContaining({ shown: people, answered: people }))

    await answer(1)
    expect(await counts()).toEqual(each(1))
    heed.clock.advance('1h')
    await answer(1)
    expect(await counts()).toEqual(each(1))
    heed.clock.advance('4h')
    await answer(1)
    await answer(2)
    await answer(2)
    expect(await counts()).toEqual(each(2))
  })

  it('is the same remembered and counted anew', async () => {
    const { ask, answer, workspaceId, surveyId } = await workspace()
    const scope = async () => scopeOf(await getWorkspace(heed.store.read, workspaceId), heed.clock.now())
    const survey = await findSurvey(heed.store.read, workspaceId, surveyId)
    if (!survey) throw new Error('the survey is missing')
    const counted = () => ({ surveyId, wave: waveOf(survey, heed.clock.now()), cuts: [] })
    const memory = createWaveMemory()
    const remembered = async () => memory.count(heed.store.read, await scope(), counted(), 30 * 24 * hourMs)
    await remembered()

    for (const place of places) {
      const { granted } = await ask(place)
      memory.came(await scope(), counted(), JSON.stringify(['growth', 365, 1]))
      if (!granted) continue
      if (place % 2 === 0) await answer(place, 60_000)
      heed.clock.advance('4m')
      expect(sums(await remembered())).toEqual(sums(await countWave(heed.store.read, await scope(), counted())))
    }

    const { cameBy, granted, answered } = sums(await remembered())
    expect(cameBy).toBe(wanted)
    expect(granted).toBeGreaterThan(0)
    expect(answered).toBeGreaterThan(0)
  })
})

function sums({ shown, answered, asks }: WaveCounts) {
  const total = <T>(rows: readonly T[], of: (row: T) => number) => rows.reduce((sum, row) => sum + of(row), 0)
  return {
    shown: total(shown, ({ people }) => people),
    answered: total(answered, ({ people }) => people),
    cameBy: total(asks, ({ cameBy }) => cameBy),
    granted: total(asks, ({ granted }) => granted),
    pending: total(asks, ({ pending }) => pending),
  }
}
