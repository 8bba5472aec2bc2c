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

  it('leaves the base out of margins where a person may answer two surveys', async () => {
    const { visitor, ada, surveyId, addSurvey } = await heed.workspace()
    const second = await addSurvey({ kind: 'nps' })
    for (const id of [surveyId, second]) {
      await visitor().put(`/responses/${heed.deps.newId('response')}`, { surveyId: id, score: 10 })
    }

    const [both, one] = [
      (await ada.get<NpsResult>('/nps')).body,
      (await ada.get<NpsResult>(`/nps?surveyId=${second}`)).body,
    ]

    expect([both.base, both.raw.answers]).toEqual([2, 2])
    expect(both.raw.low).toBeLessThan(0)
    // The other person can make it 0 at the least.
    expect(one.raw.low).toBeCloseTo(0)
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
