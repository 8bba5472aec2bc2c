import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { surveyWorkspace } from './testing-surveys.ts'

describeOnBothStores('a survey with an answer limit', (heed) => {
  const schedule = (answerLimit: number) => ({ startsAt: null, endsAt: null, answerLimit })
  const workspace = async () => {
    const made = await surveyWorkspace(heed)
    return {
      ...made,
      answer: (surveyId: string, exposureId?: string, browser = made.visitor()) =>
        browser.put(`/responses/${heed.deps.newId('response')}`, {
          surveyId,
          score: 8,
          ...(exposureId && { exposureId }),
        }),
    }
  }

  it('ends with the last answer, and still hears whoever was shown it before', async () => {
    const { launch, answer, read, visitor } = await workspace()
    const { id } = await launch({ schedule: schedule(2) })
    const slow = visitor()
    const exposureId = heed.deps.newId('exposure')
    await slow.put(`/exposures/${exposureId}`, { surveyId: id })

    await answer(id)
    expect((await read(id)).state).toBe('running')
    await answer(id)

    expect((await read(id)).state).toBe('ended')
    expect((await answer(id)).problem.code).toBe('survey_ended')
    expect((await answer(id, exposureId, slow)).status).toBe(200)
  })

  it('counts an answer once, however often it is sent', async () => {
    const { launch, read, visitor } = await workspace()
    const { id: surveyId } = await launch({ schedule: schedule(2) })
    const browser = visitor()
    const responseId = heed.deps.newId('response')

    for (const score of [7, 8, 9]) await browser.put(`/responses/${responseId}`, { surveyId, score })

    expect((await read(surveyId)).state).toBe('running')
  })

  it('ends when the last answers come at once', async () => {
    const { launch, answer, read } = await workspace()
    const { id } = await launch({ schedule: schedule(5) })

    await Promise.all(Array.from({ length: 5 }, () => answer(id)))

    expect((await read(id)).state).toBe('ended')
  })

  it('ends at once when the limit is put below what it has', async () => {
    const { launch, answer, change } = await workspace()
    const survey = await launch()
    await answer(survey.id)
    await answer(survey.id)

    const changed = await change(survey, { schedule: schedule(2) })

    expect(changed.body).toMatchObject({ state: 'ended', version: 2 })
  })
})
