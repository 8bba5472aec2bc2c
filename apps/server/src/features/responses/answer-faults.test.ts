import type { ResponseItem, SurveyKind } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

const options = ['export', 'receipts', 'approvals']
const choosing = { single_choice: true, multiple_choice: true } as Partial<Record<SurveyKind, boolean>>

describeOnBothStores('an answer to a survey of each kind', (heed) => {
  const asked = async (kind: SurveyKind) => {
    const workspace = await heed.workspace()
    const surveyId = await workspace.addSurvey({ kind, ...(choosing[kind] && { form: { options } }) })
    const browser = workspace.visitor()
    const responseId = heed.deps.newId('response')
    return {
      ...workspace,
      browser,
      answer: (answer: object) => browser.put(`/responses/${responseId}`, { surveyId, ...answer }),
      stored: async () => (await workspace.ada.get<ResponseItem>(`/responses/${responseId}`)).body,
    }
  }

  it.each<[SurveyKind, object, Partial<ResponseItem>]>([
    ['nps', { score: 0 }, { score: 0 }],
    ['nps', { score: 10, comment: 'Solid' }, { score: 10, comment: 'Solid' }],
    ['csat', { score: 5 }, { score: 5 }],
    ['ces', { score: 7 }, { score: 7 }],
    ['rating', { score: 1 }, { score: 1 }],
    ['reaction', { score: 3 }, { score: 3 }],
    ['single_choice', { choices: ['export'] }, { score: null, choices: [{ id: 'export', label: 'export' }] }],
    [
      'multiple_choice',
      { choices: ['approvals', 'export'], comment: 'Both' },
      { choices: ['approvals', 'export'].map((id) => ({ id, label: id })), comment: 'Both' },
    ],
    ['text', { comment: ' More dark mode ' }, { score: null, choices: [], comment: 'More dark mode' }],
  ])('is kept where it fits: %s %j', async (kind, answer, kept) => {
    const { answer: send, stored } = await asked(kind)

    const reply = await send(answer)

    expect(reply.status).toBe(200)
    expect(await stored()).toMatchObject({ kind, ...kept })
  })

  it.each<[SurveyKind, object, string[]]>([
    ['nps', {}, ['score']],
    ['csat', { score: 0 }, ['score']],
    ['csat', { score: 6 }, ['score']],
    ['ces', { score: 8 }, ['score']],
    ['rating', { score: 10 }, ['score']],
    ['reaction', { score: 4 }, ['score']],
    ['rating', { comment: 'Words alone' }, ['score']],
    ['rating', { score: 4, choices: ['export'] }, ['choices']],
    ['nps', { choices: ['export'] }, ['score', 'choices']],
    ['single_choice', {}, ['choices']],
    ['single_choice', { choices: ['export', 'receipts'] }, ['choices']],
    ['single_choice', { choices: ['dashboard'] }, ['choices']],
    ['single_choice', { choices: ['export'], score: 3 }, ['score']],
    ['multiple_choice', { choices: [] }, ['choices']],
    ['multiple_choice', { choices: ['export', 'export'] }, ['choices']],
    ['multiple_choice', { choices: ['export', 'dashboard'] }, ['choices']],
    ['text', {}, ['comment']],
    ['text', { comment: ' \n ' }, ['comment']],
    ['text', { comment: 'More', score: 3 }, ['score']],
    ['text', { comment: 'More', choices: [] }, ['choices']],
  ])('is refused where it does not, and not stored: %s %j', async (kind, answer, fields) => {
    const { answer: send, stored } = await asked(kind)

    const reply = await send(answer)

    expect(reply.problem).toMatchObject({ status: 400, code: 'answer_unfit' })
    expect(reply.problem.errors?.map(({ field }) => field)).toEqual(fields)
    expect(await stored()).toMatchObject({ code: 'response_not_found' })
  })

  it('changes under its id, for whoever gave it', async () => {
    const { answer, stored } = await asked('multiple_choice')
    await answer({ choices: ['export'], comment: 'First thought' })

    await answer({ choices: ['receipts', 'approvals'] })

    const { choices, comment } = await stored()
    expect(choices.map(({ id }) => id)).toEqual(['receipts', 'approvals'])
    expect(comment).toBe('First thought')
  })

  it('must fit when it changes too', async () => {
    const { answer, stored } = await asked('csat')
    await answer({ score: 4 })

    const reply = await answer({ score: 9 })

    expect(reply.problem.code).toBe('answer_unfit')
    expect(await stored()).toMatchObject({ score: 4 })
  })

  it('stays with the survey that it was given to', async () => {
    const { answer, stored, surveyId } = await asked('csat')
    await answer({ score: 4 })

    const reply = await answer({ surveyId, score: 9 })

    expect(reply.problem.errors?.map(({ field }) => field)).toEqual(['surveyId'])
    expect(await stored()).toMatchObject({ kind: 'csat', score: 4 })
  })
})
