import type { NpsResult, SurveyCut, SurveyListItem, SurveyResult } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signerOf } from '../../testing/signed.ts'
import { answerAs } from './testing-answers.ts'

describeOnBothStores('margins know the base', (heed) => {
  /** A dozen customers of an account each, of whom so many answered once. */
  const workspace = async ({ answered }: { answered: number }) => {
    const made = await heed.workspace()
    const customer = (nth: number) => ({ userId: `user-${nth}`, account: { accountId: `acme-${nth}`, plan: 'growth' } })
    const answer = (nth: number) => answerAs(heed, made, { score: 10, ...customer(nth) })
    for (let nth = 1; nth <= 12; nth++)
      await (nth <= answered ? answer(nth) : made.visitor().put('/person', customer(nth)))
    return { ...made, answer }
  }
  type Made = Awaited<ReturnType<typeof workspace>>

  /** How wide the margin is on each page that shows the survey. */
  const read = async ({ ada, surveyId }: Made) => {
    const result = (await ada.get<SurveyResult>(`/surveys/${surveyId}/results`)).body
    const cut = (await ada.get<SurveyCut>(`/surveys/${surveyId}/cuts?by=plan`)).body
    const nps = (await ada.get<NpsResult>('/nps')).body
    const list = (await ada.get<{ items: SurveyListItem[] }>('/surveys')).body
    const figures = [result.raw, cut.parts[0]?.figure, nps.raw, nps.byPlan[0]?.figure, list.items[0]?.figure]
    const widths = figures.map((figure) => (figure ? Math.round((figure.high ?? 0) - (figure.low ?? 0)) : null))
    return { base: result.base, answers: result.raw.answers, everyone: result.everyone, widths: [...new Set(widths)] }
  }

  it('once all of it has answered, each once', async () => {
    expect(await read(await workspace({ answered: 12 }))).toEqual({
      base: 12,
      answers: 12,
      everyone: true,
      widths: [0],
    })
  })

  it('not where somebody answered again, as a survey that is opened by code can be', async () => {
    const made = await workspace({ answered: 11 })
    const before = await read(made)
    await made.answer(1)

    const { widths, ...rest } = await read(made)

    expect(rest).toEqual({ base: 12, answers: 12, everyone: false })
    expect(widths).toHaveLength(1)
    expect(widths[0]).toBeGreaterThan(before.widths[0] ?? Number.NaN)
    const byAccount = await made.ada.get<SurveyResult>(`/surveys/${made.surveyId}/results?unit=accounts`)
    expect(byAccount.body).toMatchObject({ base: 12, raw: { answers: 11 } })
  })

  it('not where a person answered unsigned, and then again as who the host knows', async () => {
    const made = await workspace({ answered: 11 })
    const before = await read(made)
    const host = await signerOf(heed, made.workspaceId)
    const browser = made.visitor()
    await browser.put('/person', { token: await host.sign({ sub: 'user-1', account: { accountId: 'acme-1' } }) })
    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId: made.surveyId, score: 10 })

    const { widths, ...rest } = await read(made)

    expect(rest).toEqual({ base: 12, answers: 12, everyone: false })
    expect(widths[0]).toBeGreaterThan(before.widths[0] ?? Number.NaN)
  })
})
