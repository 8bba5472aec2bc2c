import type { SurveyListItem } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'

describeOnBothStores('reading surveys', (heed) => {
  const workspace = async () => {
    const made = await heed.workspace()
    return {
      ...made,
      // Sessions do not last as long as these tests go on.
      list: async () => {
        const viewer = await signInAs(heed, made.workspaceId, 'viewer')
        return (await viewer.get<{ items: SurveyListItem[] }>('/surveys')).body.items
      },
      answer: (surveyId: string, answer: object) =>
        made.visitor().put(`/responses/${heed.deps.newId('response')}`, { surveyId, ...answer }),
    }
  }

  it('lists the newest first, each with its kind and form', async () => {
    const { list, surveyId, addSurvey } = await workspace()
    heed.clock.advance('1m')
    const form = { options: ['export', 'receipts'] }
    const added = await addSurvey({ kind: 'single_choice', form, trigger: { delayMs: 0, code: true } })

    expect(await list()).toMatchObject([
      { id: added, kind: 'single_choice', form, trigger: { code: true }, measure: 'choices' },
      { id: surveyId, kind: 'nps', form: {}, measure: 'nps', state: 'running' },
    ])
  })

  it('says of each what came of it in 90 days', async () => {
    const { list, surveyId, addSurvey, answer, visitor } = await workspace()
    const csat = await addSurvey({ kind: 'csat' })
    const which = await addSurvey({ kind: 'comparison', form: { options: ['a', 'b'] } })
    const ces = await addSurvey({ kind: 'ces' })
    const words = await addSurvey({ kind: 'text' })
    await answer(surveyId, { score: 0 }) // long ago
    heed.clock.advance('100d')
    for (const score of [10, 9, 7, 2]) await answer(surveyId, { score })
    for (const score of [5, 4, 1, 5]) await answer(csat, { score })
    for (const choice of ['b', 'b', 'a']) await answer(which, { choices: [choice] })
    for (const score of [6, 7]) await answer(ces, { score })
    await answer(words, { comment: 'Fine' })
    await visitor().put(`/exposures/${heed.deps.newId('exposure')}`, { surveyId: csat })
    const lastAnswerAt = heed.clock.now().toISOString()
    heed.clock.advance('3d')

    const items = await list()

    const of = (id: string) => items.find((item) => item.id === id)
    expect(of(surveyId)).toMatchObject({ figure: { value: 25, answers: 4 }, seen: 0, lastAnswerAt })
    expect(of(csat)).toMatchObject({ figure: { value: 75, answers: 4 }, seen: 1, lastAnswerAt })
    expect(of(which)?.figure).toMatchObject({ value: expect.closeTo(66.667, 2), answers: 3 })
    expect(of(ces)?.figure).toMatchObject({ value: 6.5, answers: 2 })
    expect(of(words)?.figure).toEqual({ value: null, low: null, high: null, answers: 1 })
    for (const { figure } of [of(surveyId), of(csat), of(which), of(ces)].flatMap((item) => item ?? [])) {
      expect(figure.low).toBeLessThanOrEqual(figure.value ?? Number.NaN)
      expect(figure.high).toBeGreaterThanOrEqual(figure.value ?? Number.NaN)
    }
  })

  it('says when a survey was last answered, also before these days, and nothing of one that nobody answered', async () => {
    const { list, surveyId, addSurvey, answer } = await workspace()
    const never = await addSurvey({ kind: 'nps' })
    const lastAnswerAt = heed.clock.now().toISOString()
    await answer(surveyId, { score: 3 })
    heed.clock.advance('200d')

    const items = await list()

    const none = { figure: { value: null, answers: 0 }, seen: 0 }
    expect(items.find(({ id }) => id === surveyId)).toMatchObject({ ...none, lastAnswerAt })
    expect(items.find(({ id }) => id === never)).toMatchObject({ ...none, lastAnswerAt: null })
  })
})
