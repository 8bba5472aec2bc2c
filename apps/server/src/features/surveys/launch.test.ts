import type { Survey } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { surveyWorkspace } from './testing-surveys.ts'

describeOnBothStores('launching a survey', (heed) => {
  const inDays = (days: number) => new Date(heed.clock.now().getTime() + days * 86_400_000).toISOString()
  const workspace = async () => {
    const made = await surveyWorkspace(heed)
    return {
      ...made,
      put: (survey: Survey, what: string) => made.admin.send<Survey>('PUT', `/surveys/${survey.id}/${what}`),
      resume: (survey: Survey) => made.admin.send<Survey>('DELETE', `/surveys/${survey.id}/pause`),
      /** What a page gets that calls for the survey. */
      called: async ({ id }: Survey) => (await made.visitor().get(`/surveys/${id}`)).status,
    }
  }

  it('lets it ask at once', async () => {
    const { draft, put, called } = await workspace()
    const made = await draft()
    expect(await called(made)).toBe(404)

    const launched = await put(made, 'launch')

    expect(launched.body).toMatchObject({ state: 'running', version: 1, launchedAt: heed.clock.now().toISOString() })
    expect(launched.body.updatedAt).not.toBe(made.updatedAt)
    expect(await called(made)).toBe(200)
    expect((await put(made, 'launch')).body).toEqual(launched.body)
  })

  it('lets nobody send out what somebody else made of it meanwhile', async () => {
    const { draft, change, admin, read } = await workspace()
    const made = await draft()
    const { body: changed } = await change(made, { name: 'Not yet' })
    const launch = (basedOn: string) => admin.send<Survey>('PUT', `/surveys/${made.id}/launch`, { basedOn })

    expect((await launch(made.updatedAt)).problem).toMatchObject({ status: 409, code: 'survey_changed' })
    expect(await read(made.id)).toEqual(changed)
    expect((await launch(changed.updatedAt)).body).toMatchObject({ state: 'running', name: 'Not yet' })
  })

  it('names every field that is not ready, and leaves the draft as it is', async () => {
    const { draft, put, read } = await workspace()
    const made = await draft({
      kind: 'single_choice',
      form: { options: ['price', 'gaps'] },
      texts: { de: { question: 'Warum?', options: { price: 'Der Preis' } } },
      schedule: { startsAt: null, endsAt: inDays(-1), answerLimit: null },
    })

    const refused = await put(made, 'launch')

    expect(refused.problem).toMatchObject({ status: 409, code: 'survey_incomplete' })
    expect(refused.problem.errors).toEqual([
      { field: 'texts.de.options.gaps', message: 'must have words in at least one language' },
      { field: 'schedule.endsAt', message: 'must lie ahead' },
    ])
    expect(await read(made.id)).toEqual(made)
  })

  it('waits for its start and stops at its end, by the clock alone', async () => {
    const { draft, put, read, called } = await workspace()
    const made = await draft({ schedule: { startsAt: inDays(2), endsAt: inDays(4), answerLimit: null } })

    expect((await put(made, 'launch')).body.state).toBe('scheduled')
    expect(await called(made)).toBe(404)
    heed.clock.advance('2d')
    expect((await read(made.id)).state).toBe('running')
    expect(await called(made)).toBe(200)
    heed.clock.advance('2d')
    expect((await read(made.id)).state).toBe('ended')
    expect(await called(made)).toBe(404)
  })

  it('rests and goes on, as often as it is told', async () => {
    const { launch, put, resume, called } = await workspace()
    const survey = await launch()

    expect((await put(survey, 'pause')).body.state).toBe('paused')
    expect((await put(survey, 'pause')).body.state).toBe('paused')
    expect(await called(survey)).toBe(404)
    // Nothing of its definition changed, so a change that is being made still fits.
    expect((await resume(survey)).body).toEqual(survey)
    expect((await resume(survey)).body.state).toBe('running')
    expect(await called(survey)).toBe(200)
  })

  it('ends for good', async () => {
    const { launch, put, resume, change } = await workspace()
    const survey = await launch()

    expect((await put(survey, 'end')).body.state).toBe('ended')
    expect((await put(survey, 'end')).body.state).toBe('ended')
    for (const refused of [await resume(survey), await put(survey, 'pause'), await put(survey, 'launch')])
      expect(refused.problem.code).toBe('wrong_survey_state')
    expect((await change(survey, { name: 'Again' })).problem.code).toBe('wrong_survey_state')
  })

  it('is needed before it can rest or end', async () => {
    const { draft, put, resume } = await workspace()
    const made = await draft()

    for (const refused of [await put(made, 'pause'), await resume(made), await put(made, 'end')])
      expect(refused.problem.code).toBe('wrong_survey_state')
  })

  it('makes a draft of any survey when it is duplicated, without the dates of the other', async () => {
    const { admin, launch, put } = await workspace()
    const schedule = { startsAt: null, endsAt: inDays(4), answerLimit: 20 }
    const survey = await launch({ name: 'x'.repeat(120), texts: { de: { question: 'Und?' } }, schedule })
    await put(survey, 'end')

    const copy = await admin.send<Survey>('POST', `/surveys/${survey.id}/copies`)

    expect(copy.status).toBe(201)
    expect(copy.body).toMatchObject({
      name: `${'x'.repeat(113)} (copy)`,
      state: 'draft',
      version: 1,
      launchedAt: null,
      texts: { de: { question: 'Und?' } },
      schedule: { startsAt: null, endsAt: null, answerLimit: 20 },
    })
    expect(copy.body.id).not.toBe(survey.id)
    expect((await put(copy.body, 'launch')).body.state).toBe('running')
  })
})
