import type { ResponsePage } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { createSurvey } from '../surveys/create-survey.ts'
import { pauseSurvey } from '../surveys/pause-survey.ts'

const growth = {
  userId: 'u1',
  name: 'Maria',
  account: {
    accountId: 'a1',
    name: 'Acme',
    plan: 'growth',
    spendMinor: 12_900,
    currency: 'USD',
    createdAt: '2025-09-02T10:00:00Z',
    traits: { industry: 'Retail' },
  },
}

describeOnBothStores('submitting a response', (heed) => {
  it('stores the score at once and the comment later, as one answer', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const browser = visitor()
    const responseId = heed.deps.newId('response')

    await browser.put(`/responses/${responseId}`, { surveyId, score: 9 })
    await browser.put(`/responses/${responseId}`, { surveyId, score: 9, comment: ' Quick support ' })
    await browser.put(`/responses/${responseId}`, { surveyId, score: 9 })

    const { body } = await ada.get<ResponsePage>('/responses')
    expect(body.items).toHaveLength(1)
    expect(body.items[0]).toMatchObject({ id: responseId, score: 9, comment: 'Quick support' })
  })

  it('keeps plan, spend and tenure as of the answer', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const browser = visitor()
    await browser.put('/person', growth)
    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 6 })

    await browser.put('/person', {
      userId: 'u1',
      account: { accountId: 'a1', plan: 'enterprise', spendMinor: 500_000 },
    })

    const { body } = await ada.get<ResponsePage>('/responses')
    expect(body.items[0]?.snapshot).toEqual({
      plan: 'growth',
      spendMinor: 12_900,
      currency: 'USD',
      reportingSpendMinor: 12_900,
      tenureDays: Math.floor((heed.clock.now().getTime() - Date.parse('2025-09-02T10:00:00Z')) / 86_400_000),
      traits: { industry: 'Retail' },
      trust: 'unverified',
      valuesTrust: 'unverified',
    })
  })

  it('dates an answer back by the time it waited in the outbox', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const givenAt = heed.clock.now()
    heed.clock.advance('3h')

    await visitor().put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 3, ageMs: 3 * 3_600_000 })

    expect((await ada.get<ResponsePage>('/responses')).body.items[0]?.createdAt).toBe(givenAt.toISOString())
  })

  it('is one row when the same answer arrives several times at once', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const browser = visitor()
    const responseId = heed.deps.newId('response')
    await browser.put('/person', growth)

    const replies = await Promise.all(
      Array.from({ length: 10 }, () => browser.put(`/responses/${responseId}`, { surveyId, score: 7 })),
    )

    expect(replies.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect((await ada.get<ResponsePage>('/responses')).body.total).toBe(1)
  })

  it('refuses an id that another visitor used, and changes nothing', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const responseId = heed.deps.newId('response')
    await visitor().put(`/responses/${responseId}`, { surveyId, score: 10 })

    const reply = await visitor().put(`/responses/${responseId}`, { surveyId, score: 0, comment: 'not mine' })

    expect(reply.problem).toMatchObject({ status: 409, code: 'id_taken' })
    expect((await ada.get<ResponsePage>('/responses')).body.items[0]).toMatchObject({ score: 10, comment: null })
  })

  it.each([
    ['a score above the scale', { score: 11 }, 'score'],
    ['a score as text', { score: '9' }, 'score'],
    ['half a score', { score: 4.5 }, 'score'],
    ['no score', { score: null }, 'score'],
    ['an object for a score', { score: { $gt: 0 } }, 'score'],
    ['a comment that is too long', { score: 9, comment: 'x'.repeat(5001) }, 'comment'],
    ['an id of another shape', { score: 9, surveyId: 'srv_1' }, 'surveyId'],
  ])('names the field at fault: %s', async (_name, change, field) => {
    const { visitor, surveyId } = await heed.workspace()

    const reply = await visitor().put(`/responses/${heed.deps.newId('response')}`, { surveyId, ...change })

    expect(reply.status).toBe(400)
    expect(reply.headers['content-type']).toContain('application/problem+json')
    expect(reply.problem.code).toBe('invalid_input')
    expect(reply.problem.errors?.map((error) => error.field)).toContain(field)
  })

  it('refuses fields nobody knows, so a browser cannot write a plan into its answer', async () => {
    const { visitor, surveyId } = await heed.workspace()

    const reply = await visitor().put(`/responses/${heed.deps.newId('response')}`, {
      surveyId,
      score: 9,
      plan: 'enterprise',
      workspaceId: 'wsp_other',
    })

    expect(reply.problem.code).toBe('invalid_input')
  })

  it('knows the plan that the host’s server named for this user, and marks the answer unverified all the same', async () => {
    const { visitor, ada, surveyId, keys } = await heed.workspace()
    await heed.call({
      method: 'POST',
      url: '/v1/group',
      headers: { authorization: `Bearer ${keys.secret}` },
      json: { userId: growth.userId, groupId: 'a1', traits: { plan: 'growth', spendMinor: 12_900, currency: 'USD' } },
    })
    const browser = visitor()
    await browser.put('/person', { userId: growth.userId })

    await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 9 })

    const { body } = await ada.get<ResponsePage>('/responses')
    expect(body.items[0]?.snapshot).toMatchObject({
      plan: 'growth',
      spendMinor: 12_900,
      currency: 'USD',
      trust: 'unverified',
      valuesTrust: 'verified',
    })
  })

  it('takes one answer to one prompt', async () => {
    const { visitor, ada, surveyId } = await heed.workspace()
    const browser = visitor()
    const exposureId = heed.deps.newId('exposure')
    await browser.put(`/exposures/${exposureId}`, { surveyId })
    const answer = (score: number) =>
      browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, exposureId, score })

    const replies = [await answer(9), await answer(0)]

    expect(replies.map(({ status }) => status)).toEqual([200, 409])
    expect(replies[1]?.problem.code).toBe('already_answered')
    expect((await ada.get<ResponsePage>('/responses')).body.total).toBe(1)
  })

  it('does not count an answer to somebody else’s prompt as that prompt’s', async () => {
    const { visitor, surveyId } = await heed.workspace()
    const [shown, other] = [visitor(), visitor()]
    const exposureId = heed.deps.newId('exposure')
    await shown.put(`/exposures/${exposureId}`, { surveyId })
    await other.put(`/responses/${heed.deps.newId('response')}`, { surveyId, exposureId, score: 0 })

    const own = await shown.put(`/responses/${heed.deps.newId('response')}`, { surveyId, exposureId, score: 9 })

    expect(own.status).toBe(200)
  })

  it('takes none before a survey begins, and while it rests from those who were shown it alone', async () => {
    const { visitor, workspaceId } = await heed.workspace()
    const inAnHour = new Date(heed.clock.now().getTime() + 3_600_000)
    const survey = { kind: 'nps', name: 'Later', texts: {}, trigger: { delayMs: 0 }, repeatAfterDays: null } as const
    const [later, resting] = [
      await createSurvey(heed.deps, workspaceId, {
        ...survey,
        state: 'running',
        schedule: { startsAt: inAnHour.toISOString(), endsAt: null, answerLimit: null },
      }),
      await createSurvey(heed.deps, workspaceId, { ...survey, state: 'running' }),
    ]
    await pauseSurvey(heed.deps, workspaceId, resting, true)
    const browser = visitor()
    const show = async (surveyId: string) => {
      const exposureId = heed.deps.newId('exposure')
      return { exposureId, shown: await browser.put(`/exposures/${exposureId}`, { surveyId }) }
    }
    const answer = (said: object) => browser.put(`/responses/${heed.deps.newId('response')}`, { score: 0, ...said })

    const [early, { exposureId }] = [await show(later), await show(resting)]
    const replies = [
      await answer({ surveyId: later, exposureId: early.exposureId }),
      await answer({ surveyId: resting }),
      await answer({ surveyId: resting, exposureId }),
    ]

    expect(early.shown.problem.code).toBe('survey_not_running')
    expect(replies.map(({ status }) => status)).toEqual([409, 409, 200])
    expect(replies[0]?.problem.code).toBe('survey_not_running')
  })

  it('takes answers after the end of a survey from those who were shown it alone', async () => {
    const { visitor, workspaceId } = await heed.workspace()
    const surveyId = await createSurvey(heed.deps, workspaceId, {
      kind: 'nps',
      name: 'Over',
      state: 'ended',
      texts: {},
      trigger: { delayMs: 0 },
      repeatAfterDays: null,
    })
    const browser = visitor()
    const exposureId = heed.deps.newId('exposure')
    await browser.put(`/exposures/${exposureId}`, { surveyId })

    const uncalled = await visitor().put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 1 })
    const late = await browser.put(`/responses/${heed.deps.newId('response')}`, { surveyId, exposureId, score: 9 })

    expect(uncalled.problem.code).toBe('survey_ended')
    expect(late.status).toBe(200)
  })

  it('knows no survey of another workspace', async () => {
    const [here, there] = [await heed.workspace(), await heed.workspace()]

    const reply = await here
      .visitor()
      .put(`/responses/${heed.deps.newId('response')}`, { surveyId: there.surveyId, score: 9 })

    expect(reply.problem).toMatchObject({ status: 404, code: 'survey_not_found' })
  })
})
