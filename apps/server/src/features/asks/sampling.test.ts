import type { SamplingReport } from '@heed/contracts'
import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import type { Deps } from '../../deps.ts'
import { hashToken } from '../../http/tokens.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { decideAsk } from './decide-ask.ts'
import { askingIn, granted, refusal } from './testing-asks.ts'
import { type Group, insertBase } from './testing-base.ts'

const groups: Group[] = [
  { plan: 'starter', spendMinor: 2_000, tenureDays: 30, people: 120 },
  { plan: 'starter', spendMinor: 0, tenureDays: 100, people: 40 },
  { plan: 'growth', spendMinor: 12_000, tenureDays: 200, people: 70 },
  { plan: 'scale', spendMinor: 90_000, tenureDays: 900, people: 30 },
  { plan: null, spendMinor: null, tenureDays: null, people: 3 },
]

describeOnBothStores('the sample of a survey', (heed) => {
  const workspace = async () => {
    const made = await heed.workspace()
    const users = await insertBase(heed, made.workspaceId, groups)
    const report = async (surveyId: string) =>
      (await made.ada.get<SamplingReport>(`/surveys/${surveyId}/sampling`)).body
    /** A browser in which a user of this group is signed in. */
    const one = async (group: number, place: number) => calls.browserOf(users[group]?.[place] ?? '')
    const calls = askingIn(heed, made)
    return { ...made, ...calls, report, one }
  }
  const plan = { mode: 'target' as const, answers: 40, days: 30, by: ['plan' as const] }

  it('asks a share, and the same people whenever they come and however they come by', async () => {
    const { ask, one, addSurvey } = await workspace()
    // Who is drawn depends on its id.
    const id = 'srv_aaaaaaaaaaaaaaaaaaaaa'
    const half = await addSurvey({ id, kind: 'csat', sampling: { mode: 'share', share: 0.5 } })
    const places = Array.from({ length: 24 }, (_, place) => place)

    const first = await Promise.all(places.map(async (place) => ask(await one(0, place), half)))
    heed.clock.advance('15m')
    const again = await Promise.all(places.map(async (place) => ask(await one(0, place), half)))

    const drawn = first.filter((decision) => decision.granted).length
    expect(drawn).toBeGreaterThan(5)
    expect(drawn).toBeLessThan(19)
    expect(again).toEqual(first)
    expect(first.filter((decision) => !decision.granted)[0]).toEqual(refusal('outside_sample'))
  })

  it('says to whoever is not drawn that the next wave is another draw', async () => {
    const { ask, visitor, inDays, addSurvey } = await workspace()
    const rare = await addSurvey({ kind: 'csat', sampling: { mode: 'share', share: 0.01 }, repeatAfterDays: 30 })
    heed.clock.advance('10d')

    const decisions = await Promise.all(Array.from({ length: 20 }, () => ask(visitor(), rare)))

    expect(decisions).toContainEqual(refusal('outside_sample', inDays(20)))
  })

  it('divides the base into strata that hold everybody once', async () => {
    const { ada, surveyId, report } = await workspace()
    const proposed = await ada.send<SamplingReport>('POST', '/surveys/sampling-plan', {
      name: 'Pulse',
      kind: 'nps',
      sampling: { mode: 'target', answers: 40 },
    })

    for (const { base, strata } of [proposed.body, await report(surveyId)]) {
      expect(base).toBe(263)
      expect(strata.reduce((sum, stratum) => sum + stratum.base, 0)).toBe(base)
      expect(strata.length).toBeGreaterThan(2)
    }
    expect(proposed.body).toMatchObject({ wave: 0, asked: 0, answered: 0, wanted: 40, startedAt: null })
    expect(proposed.body.expectedMarginPoints).toBeGreaterThan(20)
    expect(proposed.body.strata.reduce((sum, { wanted }) => sum + (wanted ?? 0), 0)).toBe(40)
    expect((await report(surveyId)).strata[0]).toMatchObject({ wanted: null, stillWanted: null })
  })

  it('says what a stratum is in the parts it is cut by', async () => {
    const { ada } = await workspace()
    const planned = async (by: string[], more: object = {}) => {
      const sampling = { mode: 'target', answers: 60, by, ...more }
      const reply = await ada.send<SamplingReport>('POST', '/surveys/sampling-plan', {
        name: 'x',
        kind: 'csat',
        sampling,
      })
      return reply.body.strata.map(({ plans, tenureDays, spendMinor, base }) => ({
        plans,
        tenureDays,
        spendMinor,
        base,
      }))
    }

    expect(await planned(['spend'], { spendCutsMinor: [50_000, 10_000] })).toEqual([
      // Who was too few for a stratum of their own is with the nearest.
      { spendMinor: { from: 0, to: 0 }, base: 40 },
      { spendMinor: { from: 1, to: 9_999 }, base: 120 },
      { spendMinor: { from: 10_000, to: 49_999 }, base: 70 },
      { spendMinor: { from: 50_000, to: null }, base: 33 },
    ])
    const byTenure = await planned(['tenure'])
    expect(byTenure).toContainEqual({ tenureDays: { from: 0, to: 89 }, base: 120 })
    expect(byTenure.map(({ tenureDays }) => tenureDays?.from)).toEqual([0, 90, 180, 365])
    expect(await planned(['plan'])).toContainEqual({ plans: ['growth'], base: 70 })
  })

  it('stops in a stratum that is full, and goes on in others', async () => {
    const { ask, one, answer, show, report, addSurvey, inDays } = await workspace()
    const surveyId = await addSurvey({ kind: 'csat', sampling: { ...plan, days: 1 }, repeatAfterDays: 90 })
    await ask(await one(1, 0), surveyId)
    heed.clock.advance('2d') // all of it is wanted now
    const wanted = (await report(surveyId)).strata.find(({ plans }) => plans?.includes('growth'))?.wanted ?? 0
    expect(wanted).toBeGreaterThan(5)
    for (let place = 0; place < wanted; place++) {
      const browser = await one(2, place)
      await answer(browser, surveyId, 4, await show(browser, surveyId))
    }

    expect(await ask(await one(2, wanted), surveyId)).toEqual(refusal('quota_full', inDays(88)))
    expect(await ask(await one(3, 0), surveyId)).toEqual(granted)
    const { strata, answered, asked } = await report(surveyId)
    expect(answered).toBe(wanted)
    expect(asked).toBeGreaterThan(wanted)
    expect(strata.find(({ plans }) => plans?.includes('growth'))).toMatchObject({ stillWanted: 0, heard: 'over' })
  })

  it('counts everybody once who was shown it and answered, on whichever side of an hour ago, or on both', async () => {
    const { one, answer, show, report, addSurvey } = await workspace()
    const surveyId = await addSurvey({ kind: 'csat', repeatAfterDays: 90 })
    const browsers = await Promise.all([0, 1, 2].map((place) => one(2, place)))
    const says = async (place: number) => {
      const browser = browsers[place] ?? (await one(2, place))
      await answer(browser, surveyId, 4, await show(browser, surveyId))
    }
    const counted = async () => {
      const { asked, answered, strata } = await report(surveyId)
      const growth = strata.find(({ plans }) => plans?.includes('growth'))
      return [asked, answered, growth?.asked, growth?.answered]
    }
    heed.clock.advance('5h')
    await says(0)
    await says(1)
    expect(await counted()).toEqual([2, 2, 2, 2])

    heed.clock.advance('1h') // an hour ago to the millisecond
    expect(await counted()).toEqual([2, 2, 2, 2])
    await says(0)
    await says(2)
    expect(await counted()).toEqual([3, 3, 3, 3])
    heed.clock.advance('1ms') // the first two lie behind
    expect(await counted()).toEqual([3, 3, 3, 3])
    await says(1)
    heed.clock.advance('2h') // all of it lies behind
    expect(await counted()).toEqual([3, 3, 3, 3])
  })

  it('keeps the quotas of a wave while its base moves, and plans anew what is changed', async () => {
    const { ask, one, workspaceId, report, addSurvey } = await workspace()
    const surveyId = await addSurvey({ kind: 'csat', sampling: plan })
    await ask(await one(0, 0), surveyId)
    const before = await report(surveyId)
    await heed.store.write(async ({ db, tables: { accounts } }) => {
      await db.update(accounts).set({ plan: 'growth' }).where(eq(accounts.workspaceId, workspaceId))
    })

    const after = await report(surveyId)
    expect(after.strata.map(({ key, wanted }) => [key, wanted])).toEqual(
      before.strata.map(({ key, wanted }) => [key, wanted]),
    )
    expect(after.strata.find(({ plans }) => plans?.includes('growth'))?.base).toBeGreaterThan(200)
    expect(after.startedAt).toBe(before.startedAt)

    await heed.store.write(async ({ db, tables: { surveys } }) => {
      const changed = { sampling: { ...plan, answers: 20 } }
      await db
        .update(surveys)
        .set(changed)
        .where(and(eq(surveys.workspaceId, workspaceId), eq(surveys.id, surveyId)))
    })
    await ask(await one(0, 1), surveyId)
    expect(await report(surveyId)).toMatchObject({ wanted: 20, startedAt: before.startedAt })
  })

  it('keeps of everybody it is aimed at how it was decided, and nothing of others', async () => {
    const { ask, one, visitor, workspaceId, addSurvey } = await workspace()
    const surveyId = await addSurvey({
      kind: 'csat',
      sampling: { mode: 'share', share: 0.01 },
      targeting: { segment: 'plan:growth' },
    })
    const people = () => heed.store.read.db.$count(heed.store.read.tables.people)
    for (let place = 0; place < 10; place++) await ask(await one(2, place), surveyId)
    const before = await people()

    expect(await ask(visitor(), surveyId)).toEqual(refusal('not_targeted'))
    expect(await ask(visitor(), surveyId, { userId: 'nobody' })).toEqual(refusal('not_targeted'))
    expect(await ask(await one(0, 0), surveyId)).toEqual(refusal('not_targeted'))

    const { db, tables } = heed.store.read
    const kept = (await db.select().from(tables.asks)).filter((row) => row.surveyId === surveyId)
    expect(kept).toHaveLength(10)
    expect(kept.every((row) => row.workspaceId === workspaceId)).toBe(true)
    expect(await people()).toBe(before + 1) // who signed in
  })

  it('is planned once for many who come at once, and while no write waits for it', async () => {
    const { visitor, addSurvey, workspaceId } = await workspace()
    const surveyId = await addSurvey({ kind: 'csat', sampling: plan })
    let writing = 0
    let plans = 0
    const { store, waveMemory } = heed.deps
    const deps: Deps = {
      ...heed.deps,
      store: {
        ...store,
        write: (work) =>
          store.write(async (tx) => {
            writing++
            try {
              return await work(tx)
            } finally {
              writing--
            }
          }),
      },
      waveMemory: {
        ...waveMemory,
        planOnce: (name, reckon) =>
          waveMemory.planOnce(name, () => {
            plans++
            return reckon()
          }),
      },
    }
    const ask = () => {
      const exposureId = heed.deps.newId('exposure')
      return decideAsk(deps, { workspaceId, hash: hashToken(visitor().token) }, { surveyId, exposureId })
    }

    await Promise.all(Array.from({ length: 6 }, ask))
    const first = plans
    await ask()

    expect(writing).toBe(0)
    expect(first).toBeGreaterThan(0)
    expect(first).toBeLessThan(6)
    expect(plans).toBe(first)
    const { db, tables } = heed.store.read
    const waves = (await db.select().from(tables.surveyWaves)).filter((row) => row.surveyId === surveyId)
    expect(waves).toHaveLength(1)
  })
})
