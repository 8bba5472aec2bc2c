import type { NpsResult, SurveyListItem, SurveyResult } from '@heed/contracts'
import { describe, expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { npsResult } from './nps-result.ts'

const nothing = {
  periodDays: 90,
  answers: [],
  exposures: [],
  base: [],
  history: [],
  months: [],
  heardOnce: true,
}

describe('putting NPS figures together', () => {
  it('weights what the base holds against who spoke', () => {
    // Enterprise is a tenth of the base and half of the answers.
    const answers = [
      ...[10, 10, 10, 9].map((score) => ({
        month: '2026-03',
        plan: 'enterprise',
        tenureDays: 400,
        score,
        answers: 10,
      })),
      ...[2, 3, 9, 8].map((score) => ({ month: '2026-03', plan: 'starter', tenureDays: 400, score, answers: 10 })),
    ]
    const base = [
      { plan: 'enterprise', tenureDays: 400, count: 100 },
      { plan: 'starter', tenureDays: 400, count: 900 },
    ]

    const { raw, weighted } = npsResult({ ...nothing, answers, base })

    expect(raw.score).toBeCloseTo((50 - 20) / 0.8)
    expect(weighted?.score).toBeCloseTo(0.1 * 100 + 0.9 * -25)
    expect(weighted?.coveredShare).toBe(1)
  })

  it('counts people and answers of each tenure that it weighs by', () => {
    const said = { month: '2026-03', plan: 'starter', score: 9 }
    const answers = [
      { ...said, tenureDays: 400, answers: 3 },
      { ...said, tenureDays: 89, answers: 1 },
    ]
    const base = [
      { plan: 'starter', tenureDays: 10, count: 40 },
      { plan: 'growth', tenureDays: 500, count: 9 },
      { plan: null, tenureDays: null, count: 2 },
    ]

    expect(npsResult({ ...nothing, answers, base }).byTenure).toEqual([
      { tenure: '0..89', base: 40, answers: 1 },
      { tenure: '365..', base: 9, answers: 3 },
      { tenure: null, base: 2, answers: 0 },
    ])
  })

  it('keeps months without an answer, with no score', () => {
    const { months } = npsResult({ ...nothing, months: ['2026-02', '2026-03'] })

    expect(months.map(({ month, figure }) => [month, figure.score])).toEqual([
      ['2026-02', null],
      ['2026-03', null],
    ])
  })
})

describeOnBothStores('reading NPS', (heed) => {
  it('counts promoters, detractors, months and plans of the segment alone', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const answer = async (plan: string, score: number, ageMs = 0) => {
      const browser = visitor()
      const userId = heed.deps.newId('person')
      await browser.put('/person', {
        userId,
        account: { accountId: `a-${plan}`, plan, createdAt: '2025-01-01T00:00:00Z' },
      })
      const exposureId = heed.deps.newId('exposure')
      await browser.put(`/exposures/${exposureId}`, { surveyId })
      await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, exposureId, score, ageMs })
    }
    for (const score of [10, 9, 0]) await answer('growth', score, 20 * 86_400_000)
    for (const score of [7, 6]) await answer('starter', score)

    const all = (await ada.get<NpsResult>('/nps')).body
    const growth = (await ada.get<NpsResult>('/nps?segment=plan:growth')).body

    expect(all.raw).toMatchObject({ score: 0, answers: 5, promoters: 2, passives: 1, detractors: 2 })
    expect(all.base).toBe(5)
    expect(all.distribution).toEqual([1, 0, 0, 0, 0, 0, 1, 1, 0, 1, 1])
    expect(all.byPlan.map(({ plan, base, exposures, figure }) => [plan, base, exposures, figure.answers])).toEqual([
      ['growth', 3, 3, 3],
      ['starter', 2, 2, 2],
    ])
    expect(all.months).toHaveLength(24)
    expect(all.months.map(({ figure }) => figure.answers).filter(Boolean)).toEqual([3, 2])
    expect(growth.raw).toMatchObject({ answers: 3, promoters: 2, detractors: 1 })
    expect(growth.raw.score).toBeCloseTo(100 / 3)
    expect(growth.base).toBe(3)
  })

  it('takes NPS surveys alone, one of them where one is named', async () => {
    const { visitor, ada, surveyId, addSurvey } = await heed.workspace()
    const [csat, second] = [await addSurvey({ kind: 'csat' }), await addSurvey({ kind: 'nps' })]
    for (const [id, score] of [[surveyId, 9] as const, [csat, 1] as const, [second, 0] as const]) {
      const browser = visitor()
      const exposureId = heed.deps.newId('exposure')
      await browser.put(`/exposures/${exposureId}`, { surveyId: id })
      await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId: id, exposureId, score })
    }

    const all = (await ada.get<NpsResult>('/nps')).body
    const one = (await ada.get<NpsResult>(`/nps?surveyId=${surveyId}`)).body
    const other = await ada.get(`/nps?surveyId=${csat}`)

    expect(all).toMatchObject({ raw: { answers: 2, promoters: 1, detractors: 1 }, exposures: 2 })
    expect(all.byPlan.map(({ exposures, figure }) => [exposures, figure.answers])).toEqual([[2, 2]])
    expect(one).toMatchObject({ raw: { answers: 1, promoters: 1 }, exposures: 1 })
    expect(other.problem).toMatchObject({ status: 404, code: 'survey_not_found' })
  })

  it('says the same as the page of results and the list of surveys, also where more answered than there are people', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const browser = visitor()
    for (const score of [10, 10, 9, 7, 3, 0])
      await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score })

    const nps = (await ada.get<NpsResult>('/nps')).body
    const result = (await ada.get<SurveyResult>(`/surveys/${surveyId}/results`)).body
    const list = (await ada.get<{ items: SurveyListItem[] }>('/surveys')).body

    const { score, low, high } = nps.raw
    expect(nps).toMatchObject({ base: 1, raw: { answers: 6 } })
    expect(low).toBeLessThan(score ?? 0)
    expect(high).toBeGreaterThan(score ?? 0)
    expect(result.raw).toMatchObject({ value: score, low, high })
    expect(list.items[0]?.figure).toMatchObject({ value: score, low, high })
    expect(nps.byPlan[0]?.figure).toMatchObject({ score, low, high })
  })

  it('says the same as the page of results beside a survey that nobody answered, however often that one comes', async () => {
    const { visitor, ada, surveyId, addSurvey } = await heed.workspace()
    await addSurvey({ kind: 'nps', repeatAfterDays: 7 })
    for (const score of [10, 9, 3]) {
      await visitor().put(`/responses/${heed.deps.newId('response')}`, { surveyId, score })
    }

    const nps = (await ada.get<NpsResult>('/nps')).body
    const result = (await ada.get<SurveyResult>(`/surveys/${surveyId}/results`)).body

    expect(result).toMatchObject({ base: 3, everyone: true })
    expect(nps.raw).toMatchObject({ score: result.raw.value, low: result.raw.low, high: result.raw.high })
  })

  it('leaves the base out of margins where a person answered two surveys, or one that comes again', async () => {
    const lowOf = async (answers: { by: number; of: 'first' | 'second' | 'weekly' }[]) => {
      const { visitor, ada, surveyId: first, addSurvey } = await heed.workspace()
      const second = await addSurvey({ kind: 'nps' })
      const surveys = { first, second, weekly: await addSurvey({ kind: 'nps', repeatAfterDays: 7 }) }
      const people = Array.from({ length: 5 }, visitor)
      for (const person of people) await person.put('/person', { userId: heed.deps.newId('person') })
      for (const { by, of } of answers)
        await people[by]?.put(`/responses/${heed.deps.newId('response')}`, { surveyId: surveys[of], score: 10 })
      const { base, raw } = (await ada.get<NpsResult>('/nps')).body
      expect([base, raw.answers]).toEqual([5, answers.length])
      return raw.low
    }
    const said: Parameters<typeof lowOf>[0] = [
      { by: 0, of: 'first' },
      { by: 1, of: 'second' },
    ]

    // The silent can make it −20 at the least, and 20 where three answered; of a base without end less is known.
    expect(await lowOf(said)).toBeGreaterThanOrEqual(-20.001)
    expect(await lowOf([...said, { by: 2, of: 'second' }])).toBeGreaterThanOrEqual(19.999)
    expect(await lowOf([...said, { by: 0, of: 'second' }])).toBeLessThan(0)
    expect(await lowOf([...said, { by: 2, of: 'weekly' }])).toBeLessThan(0)
  })

  it('knows no survey of another workspace', async () => {
    const [here, there] = [await heed.workspace(), await heed.workspace()]

    expect((await here.ada.get(`/nps?surveyId=${there.surveyId}`)).problem.code).toBe('survey_not_found')
  })

  it('is empty, not broken, before anybody answered', async () => {
    const { ada } = await heed.workspace()

    const { status, body } = await ada.get<NpsResult>('/nps')

    expect(status).toBe(200)
    expect(body).toMatchObject({ raw: { score: null, answers: 0 }, weighted: null, responseRate: null })
  })
})
