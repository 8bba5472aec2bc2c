import type { ResponsePage, Survey, SurveyVersion } from '@heed/contracts'
import { and, eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { surveyWorkspace } from './testing-surveys.ts'

describeOnBothStores('versions of a survey', (heed) => {
  const workspace = async () => {
    const made = await surveyWorkspace(heed)
    return {
      ...made,
      versions: async (surveyId: string) =>
        (await made.admin.get<{ items: SurveyVersion[] }>(`/surveys/${surveyId}/versions`)).body.items,
      answer: (surveyId: string, answer: object) =>
        made.visitor().put(`/responses/${heed.deps.newId('response')}`, { surveyId, ...answer }),
    }
  }

  it('are made by every change after the launch, and each answer belongs to the one that asked', async () => {
    const { launch, change, versions, answer, admin } = await workspace()
    const first = await launch({ texts: { en: { question: 'First?' } } })
    await answer(first.id, { score: 9, version: 1 })
    heed.clock.advance('1d')

    const second = await change(first, { texts: { en: { question: 'Second?' } } })
    await answer(first.id, { score: 3, version: 1 }) // a page that stood open
    await answer(first.id, { score: 5, version: 2 })
    await answer(first.id, { score: 6 })
    await answer(first.id, { score: 7, version: 99 }) // there is none such

    expect(second.body).toMatchObject({ version: 2, state: 'running', launchedAt: first.launchedAt })
    expect(await versions(first.id)).toMatchObject([
      { version: 2, definition: { texts: { en: { question: 'Second?' } } }, answers: 3, memberName: 'admin' },
      { version: 1, definition: { texts: { en: { question: 'First?' } } }, answers: 2, memberName: 'admin' },
    ])
    const { body } = await admin.get<ResponsePage>(`/responses?surveyId=${first.id}`)
    expect(body.items.map(({ score, surveyVersion }) => [score, surveyVersion]).sort()).toEqual([
      [3, 1],
      [5, 2],
      [6, 2],
      [7, 2],
      [9, 1],
    ])
  })

  it('are not made by a change that changes nothing', async () => {
    const { launch, change, versions } = await workspace()
    const survey = await launch({ trigger: { delayMs: 0, where: { b: 1, a: 2 }, event: 'Paid' } })

    const same = await change(survey, { trigger: { event: 'Paid', where: { a: 2, b: 1 }, delayMs: 0 } })

    expect(same.body).toEqual(survey)
    expect(await versions(survey.id)).toHaveLength(1)
  })

  it('keep the kind, and stay ready to ask', async () => {
    const { launch, change, read } = await workspace()
    const form = { options: ['a', 'b'] }
    const survey = await launch({ kind: 'comparison', form, texts: { en: { options: { a: 'A', b: 'B' } } } })

    const kind = await change(survey, { kind: 'single_choice' })
    const third = await change(survey, { form: { options: ['a', 'b', 'c'] } })

    expect(kind.problem).toMatchObject({ code: 'survey_running', errors: [{ field: 'kind' }] })
    expect(third.problem).toMatchObject({ code: 'survey_incomplete', errors: [{ field: 'form.options' }] })
    expect(await read(survey.id)).toEqual(survey)
  })

  it('hold an answer against the options that its own version offered', async () => {
    const { launch, change, answer } = await workspace()
    const texts = { en: { options: { a: 'A', b: 'B', c: 'C' } } }
    const survey = await launch({ kind: 'single_choice', form: { options: ['a', 'b'] }, texts })
    await change(survey, { form: { options: ['b', 'c'] } })

    expect((await answer(survey.id, { choices: ['a'], version: 1 })).status).toBe(200)
    expect((await answer(survey.id, { choices: ['a'], version: 2 })).problem.code).toBe('answer_unfit')
    expect((await answer(survey.id, { choices: ['c'], version: 1 })).problem.code).toBe('answer_unfit')
  })

  it('keep what a survey was that was launched before there were any', async () => {
    const { workspaceId, surveyId, read, change, versions } = await workspace()
    const survey = await read(surveyId)
    const own = ({ surveyVersions: { workspaceId: place, surveyId: id } }: typeof heed.store.read.tables) =>
      and(eq(place, workspaceId), eq(id, surveyId))
    await heed.store.write(async ({ db, tables }) => void (await db.delete(tables.surveyVersions).where(own(tables))))
    expect(await versions(surveyId)).toMatchObject([{ version: 1, definition: { name: 'Relationship' } }])

    await change(survey, { name: 'Renamed' })

    expect(await versions(surveyId)).toMatchObject([
      { version: 2, definition: { name: 'Renamed' }, memberName: 'admin' },
      { version: 1, definition: { name: 'Relationship' }, memberName: null, createdAt: survey.createdAt },
    ])
  })

  it('are one each when two members change a survey at once', async () => {
    const { launch, change, versions } = await workspace()
    const survey: Survey = await launch()

    const replies = await Promise.all(['A', 'B', 'C'].map((name) => change(survey, { name })))

    expect(replies.map(({ status }) => status).sort()).toEqual([200, 409, 409])
    expect(await versions(survey.id)).toHaveLength(2)
  })
})
