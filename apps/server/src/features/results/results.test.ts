import type { SurveyResult } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { askingIn } from '../asks/testing-asks.ts'
import { answerAs, fillAnswers } from './testing-answers.ts'

const dayMs = 86_400_000
const account = (accountId: string, plan: string, spendMinor = 10_000) => ({
  accountId,
  plan,
  spendMinor,
  currency: 'USD',
  createdAt: '2025-01-01T00:00:00Z',
})

describeOnBothStores('the results of a survey', (heed) => {
  const workspace = async () => {
    const made = await heed.workspace()
    return {
      ...made,
      answer: (answer: Parameters<typeof answerAs>[2]) => answerAs(heed, made, answer),
      read: async (query = '', surveyId = made.surveyId) => {
        const reply = await made.ada.get<SurveyResult>(`/surveys/${surveyId}/results${query}`)
        expect(reply.status, JSON.stringify(reply.problem)).toBe(200)
        return reply.body
      },
    }
  }

  it('say who answered what, how sure that is, and how many were asked', async () => {
    const { answer, visitor, surveyId, read } = await workspace()
    for (const score of [10, 9, 9, 7, 3]) await answer({ score, account: account('acme', 'growth') })
    const closed = visitor()
    for (const later of [true, false, undefined]) {
      const exposureId = heed.deps.newId('exposure')
      await closed.put(`/exposures/${exposureId}`, { surveyId })
      await closed.put(`/exposures/${exposureId}/dismissal`, later === undefined ? {} : { later })
    }

    const result = await read()

    expect(result).toMatchObject({ measure: 'nps', unit: 'people', step: 'week', base: 6, enough: false })
    expect(result.raw).toMatchObject({ value: 40, answers: 5 })
    expect(result.raw.low).toBeLessThan(40)
    expect(result.raw.high).toBeGreaterThan(40)
    // Of six people there will never be a dozen.
    expect(result).toMatchObject({ stillNeeded: null, everyone: false })
    expect(result).toMatchObject({ weighted: null, weightedMissing: 'too_few', smallestVisibleChange: null })
    expect(result.funnel).toEqual({ eligible: null, asked: null, seen: 8, answered: 5, dismissed: 3, later: 1 })
    expect(result.responseRate?.share).toBeCloseTo(5 / 8)
    expect(result.distribution.map(({ value, answers }) => `${value}: ${answers}`)).toEqual([
      ...['0: 0', '1: 0', '2: 0', '3: 1', '4: 0', '5: 0', '6: 0', '7: 1', '8: 0', '9: 2', '10: 1'],
    ])
    expect(result.distribution[9]?.share).toMatchObject({ share: 0.4 })
  })

  it('tell who might have been asked of now, and not by a tenure that is of the time of the answer', async () => {
    const made = await workspace()
    const { ask, show } = askingIn(heed, made)
    const browser = made.visitor()
    await browser.put('/person', { userId: 'lena', account: account('acme', 'growth') })
    const exposureId = heed.deps.newId('exposure')
    await ask(browser, made.surveyId, { exposureId })
    await show(browser, made.surveyId, exposureId)
    const funnelOf = async (query: string) => {
      const { funnel } = await made.read(query)
      return [funnel.eligible, funnel.asked]
    }

    expect(await funnelOf('')).toEqual([1, 1])
    expect(await funnelOf('?segment=plan:growth')).toEqual([1, 1])
    expect(await funnelOf('?segment=tenure:90..')).toEqual([null, null])
    expect(await funnelOf('?segment=tenure:90..&asOf=now')).toEqual([1, 1])
  })

  it('have no sampling margin once everyone answered, who may be too few all the same', async () => {
    const { answer, read } = await workspace()
    await answer({ score: 10, account: account('acme', 'growth') })

    const one = await read()
    for (let more = 1; more < 12; more++) await answer({ score: 10, account: account('acme', 'growth') })
    const dozen = await read()
    const byPlan = await read('?segment=plan:starter')

    expect(one).toMatchObject({ base: 1, everyone: true, enough: false, stillNeeded: null })
    expect(one.raw).toEqual({ value: 100, low: 100, high: 100, answers: 1 })
    expect(dozen).toMatchObject({ base: 12, everyone: true, enough: true, stillNeeded: 0 })
    expect(byPlan).toMatchObject({ base: 0, everyone: false })
  })

  it('are of the days, the version and the segment that are asked for', async () => {
    const { answer, read } = await workspace()
    await answer({ score: 0, ageMs: 20 * dayMs, account: account('old', 'starter') })
    await answer({ score: 9, ageMs: 2 * dayMs, account: account('acme', 'growth') })
    await answer({ score: 7, account: account('beta', 'starter') })
    const scores = async (query: string) =>
      (await read(query)).distribution.filter(({ answers }) => answers > 0).map(({ value }) => Number(value))

    expect(await scores('')).toEqual([0, 7, 9])
    expect(await scores('?days=3')).toEqual([7, 9])
    expect(await scores('?days=1')).toEqual([7])
    expect(await scores('?from=2026-02-01&to=2026-02-20')).toEqual([0])
    expect(await scores('?segment=plan:starter')).toEqual([0, 7])
    expect(await scores('?segment=plan:starter&days=3')).toEqual([7])
    expect(await scores('?version=1')).toEqual([0, 7, 9])
    expect(await scores('?version=2')).toEqual([])
    expect((await read('?segment=plan:starter')).base).toBe(2)
  })

  it('keep the steps in which nobody answered', async () => {
    const { answer, read } = await workspace()
    await answer({ score: 10, ageMs: 6 * dayMs })
    await answer({ score: 0 })

    const days = await read('?days=7')
    const weeks = await read('?days=60')
    const months = await read('?days=400')

    expect(days.overTime.map(({ from, figure }) => [from.slice(8), figure.value])).toEqual([
      ['24', 100],
      ['25', null],
      ['26', null],
      ['27', null],
      ['28', null],
      ['01', null],
      ['02', -100],
    ])
    expect(weeks.overTime.map(({ figure }) => figure.answers)).toEqual([0, 0, 0, 0, 0, 0, 0, 0, 1, 1])
    expect(weeks.overTime.at(-1)).toMatchObject({ from: '2026-03-02', to: '2026-03-02' })
    expect(months.overTime).toHaveLength(15)
    expect(months.overTime.slice(-2).map(({ from, to, figure }) => [from, to, figure.value])).toEqual([
      ['2026-02-01', '2026-02-28', 100],
      ['2026-03-01', '2026-03-02', -100],
    ])
  })

  it('weigh what the base holds against who spoke', async () => {
    const { workspaceId, surveyId, read } = await workspace()
    const customers = (plan: string, scores: (number | null)[]) => scores.map((score) => ({ plan, score }))
    await fillAnswers(heed, { workspaceId, surveyId }, [
      ...Array.from({ length: 5 }, () => customers('enterprise', [0, 8, 10, 10])).flat(),
      ...Array.from({ length: 5 }, () => customers('starter', [10, 8, 0, 0])).flat(),
      ...Array.from({ length: 40 }, () => ({ plan: 'starter', score: null })),
    ])

    const { raw, weighted, base, smallestVisibleChange } = await read()

    expect(raw).toMatchObject({ value: 0, answers: 40 })
    expect(base).toBe(80)
    expect(weighted).toMatchObject({ method: 'post-stratified', coveredShare: 1 })
    expect(weighted?.value).toBeCloseTo(0.25 * 25 + 0.75 * -25)
    expect(smallestVisibleChange).toBeGreaterThan(0)
  })

  it('give an account one voice, or the voice of what it spends', async () => {
    const { answer, read } = await workspace()
    const big = account('big', 'growth', 30_000)
    for (const score of [10, 10, 0, 0]) await answer({ score, account: big })
    await answer({ score: 10, account: account('small', 'starter', 10_000) })
    await answer({ score: 0, account: { accountId: 'free', plan: 'starter', createdAt: '2026-02-01T00:00:00Z' } })
    await answer({ score: 0 }) // of no account

    const people = await read()
    const accounts = await read('?unit=accounts')
    const spend = await read('?unit=spend')

    expect(people.raw).toMatchObject({ answers: 7 })
    expect(people.raw.value).toBeCloseTo(-100 / 7)
    expect(accounts.raw).toMatchObject({ answers: 3, value: 0 }) // 0, 100 and −100
    expect(accounts.base).toBe(3)
    expect(accounts.overTime.at(-1)?.figure).toMatchObject({ answers: 3, value: 0 })
    expect(accounts.distribution.map(({ answers }) => answers)).toEqual(
      people.distribution.map(({ answers }) => answers),
    )
    expect(spend.raw).toMatchObject({ answers: 2 })
    expect(spend.raw.value).toBeCloseTo((30_000 * 0 + 10_000 * 100) / 40_000)
    expect(spend).toMatchObject({ weighted: null, weightedMissing: 'unit' })
    expect(spend.base).toBe(2) // who pays nothing has no weight
  })

  it('count an account once in the base, however long each of its people is with it', async () => {
    const { visitor, read } = await workspace()
    for (const [userId, createdAt] of [
      ['u1', '2026-02-20T00:00:00Z'],
      ['u2', '2025-11-01T00:00:00Z'],
      ['u3', '2024-11-01T00:00:00Z'],
    ])
      await visitor().put('/person', { userId, createdAt, account: { accountId: 'acme', spendMinor: 100 } })

    const bases = [await read(), await read('?unit=accounts'), await read('?unit=spend')].map(({ base }) => base)

    expect(bases).toEqual([3, 1, 1])
  })

  it('take each kind by its own measure', async () => {
    const { answer, addSurvey, read } = await workspace()
    const options = {
      form: { options: ['dark', 'fast', 'none'] },
      texts: { en: { options: { dark: 'Dark mode', fast: 'Speed' } } },
    }
    const asked = async (kind: 'csat' | 'ces' | 'reaction' | 'multiple_choice', answers: object[]) => {
      const surveyId = await addSurvey({ kind, ...(kind === 'multiple_choice' && options) })
      for (const said of answers) await answer({ surveyId, ...said })
      return read('', surveyId)
    }

    const csat = await asked('csat', [{ score: 5 }, { score: 4 }, { score: 3 }, { score: 1 }])
    const ces = await asked('ces', [{ score: 7 }, { score: 4 }])
    const reaction = await asked('reaction', [{ score: 3 }, { score: 1 }])
    const choices = await asked('multiple_choice', [
      { choices: ['fast'] },
      { choices: ['fast', 'dark'] },
      { choices: ['none'] },
      { choices: ['dark', 'fast'] },
    ])
    const words = await addSurvey({ kind: 'text' })
    await answer({ surveyId: words, comment: 'Hello' })
    const text = await read('', words)

    expect(csat).toMatchObject({ measure: 'csat', raw: { value: 50, answers: 4 } })
    expect(ces).toMatchObject({ measure: 'ces', raw: { value: 5.5, answers: 2 } })
    expect(ces.distribution).toHaveLength(7)
    expect(reaction).toMatchObject({ measure: 'reaction', raw: { value: 50 } })
    expect(choices).toMatchObject({ measure: 'choices', raw: { value: 75, answers: 4 } })
    expect(choices.distribution.map(({ value, label, answers }) => [value, label, answers])).toEqual([
      ['dark', 'Dark mode', 2],
      ['fast', 'Speed', 3],
      ['none', 'none', 1],
    ])
    expect(text).toMatchObject({
      measure: 'text',
      raw: { value: null, answers: 1 },
      weightedMissing: 'no_figure',
      distribution: [],
    })
    expect(await read('?unit=accounts', words)).toMatchObject({ raw: { value: null, answers: 1 } })
  })

  it('correct no margin for a base in which people answered again', async () => {
    const { answer, addSurvey, read } = await workspace()
    const daily = await addSurvey({ kind: 'csat', repeatAfterDays: 1 })
    const once = await addSurvey({ kind: 'csat', repeatAfterDays: null })
    for (const surveyId of [daily, once]) {
      await answer({ surveyId, score: 5, userId: 'u1' })
      await answer({ surveyId, score: 1, userId: 'u2' })
    }

    expect((await read('', once)).raw).toMatchObject({ value: 50, low: 50, high: 50 }) // everybody answered
    expect((await read('', daily)).raw.low).toBeLessThan(20)
  })

  it('are empty, not broken, before anybody answered', async () => {
    const { read, addSurvey } = await workspace()

    for (const kind of ['nps', 'csat', 'ces', 'single_choice', 'text'] as const) {
      const form = kind === 'single_choice' ? { form: { options: ['a', 'b'] } } : {}
      const surveyId = await addSurvey({ kind, ...form })
      for (const unit of ['people', 'accounts', 'spend']) {
        expect(await read(`?unit=${unit}`, surveyId)).toMatchObject({
          raw: { value: null, answers: 0 },
          weighted: null,
          responseRate: null,
          smallestVisibleChange: null,
        })
      }
    }
  })

  it('refuse what they cannot read', async () => {
    const { ada, surveyId } = await workspace()
    const faults = async (query: string) =>
      (await ada.get(`/surveys/${surveyId}/results?${query}`)).problem.errors?.map(({ field }) => field)

    expect(await faults('from=2026-03-02&to=2026-03-01')).toEqual(['from'])
    expect(await faults('days=0')).toEqual(['days'])
    expect(await faults('unit=cats')).toEqual(['unit'])
    expect(await faults('segment=plan')).toEqual(['segment'])
    expect((await ada.get(`/surveys/${heed.deps.newId('survey')}/results`)).problem.code).toBe('survey_not_found')
  })
})
