import type { Survey } from '@heed/contracts'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { surveyWorkspace } from './testing-surveys.ts'

describeOnBothStores('drafting a survey', (heed) => {
  it('needs a name and a kind, and fills in the rest', async () => {
    const { admin } = await surveyWorkspace(heed)

    const made = await admin.send<Survey>('POST', '/surveys', { name: ' Pulse ', kind: 'csat' })

    expect(made.status).toBe(201)
    expect(made.body).toMatchObject({
      name: 'Pulse',
      kind: 'csat',
      state: 'draft',
      version: 1,
      launchedAt: null,
      trigger: { delayMs: 5_000 },
      sampling: { mode: 'everyone' },
      repeatAfterDays: null,
      priority: 50,
      schedule: { startsAt: null, endsAt: null, answerLimit: null },
    })
    expect((await admin.get<Survey>(`/surveys/${made.body.id}`)).body).toEqual(made.body)
  })

  it('keeps every part of a definition as it was given', async () => {
    const { draft, read, change } = await surveyWorkspace(heed)
    const made = await draft()

    const changed = await change(made, {
      kind: 'comparison',
      form: { options: ['dark', 'export'], accent: '#1a6b5c' },
      texts: { 'pt-BR': { question: 'Qual?', options: { dark: 'Escuro', export: 'Exportar' } } },
      trigger: { delayMs: 0, path: '/a/*', event: 'Paid', where: { plan: 'pro', amount: 3, first: true }, scroll: 40 },
      targeting: { segment: 'plan:growth', firstSeenDays: { from: 7 }, serverEvent: { name: 'Paid', withinDays: 30 } },
      sampling: { mode: 'target', marginPoints: 5, days: 20, by: ['plan'] },
      repeatAfterDays: 90,
      priority: 70,
      schedule: { startsAt: '2026-04-01T00:00:00.000Z', endsAt: '2026-06-01T00:00:00.000Z', answerLimit: 500 },
      alerts: { low: { spendFromMinor: 10_000, make: 'ticket' }, drop: true },
    })

    expect(changed.status).toBe(200)
    expect(await read(made.id)).toEqual(changed.body)
    expect(changed.body).toMatchObject({
      kind: 'comparison',
      version: 1,
      trigger: { where: { plan: 'pro', amount: 3, first: true } },
      targeting: { firstSeenDays: { from: 7 } },
      sampling: { mode: 'target', marginPoints: 5, days: 20, by: ['plan'] },
      schedule: { startsAt: '2026-04-01T00:00:00.000Z', answerLimit: 500 },
      alerts: { low: { spendFromMinor: 10_000, make: 'ticket' }, drop: true },
    })
  })

  it('refuses a change that is based on another state of the survey, and stores nothing of it', async () => {
    const { draft, read, change } = await surveyWorkspace(heed)
    const made = await draft()
    // In the same moment of the clock, too.
    const first = await change(made, { name: 'First' })

    const second = await change(made, { name: 'Second' })

    expect(first.status).toBe(200)
    expect(second.problem).toMatchObject({ status: 409, code: 'survey_changed' })
    expect((await read(made.id)).name).toBe('First')
    expect((await change(first.body, { name: 'Third' })).body.name).toBe('Third')
  })

  it('may be unfinished, but names what can never be read', async () => {
    const { draft, change } = await surveyWorkspace(heed)
    const unfinished = await draft({ kind: 'single_choice' })

    const faults = await change(unfinished, { targeting: { segment: 'plan:growth;colour:red' } })
    const missing = await change(unfinished, { targeting: { segment: 'in:seg_000000000000000000000' } })
    const language = await change(unfinished, { texts: { 'not a language': { question: 'Why?' } } })

    expect(unfinished.state).toBe('draft')
    expect(faults.problem).toMatchObject({ code: 'invalid_input', errors: [{ field: 'targeting.segment' }] })
    expect(missing.problem.errors?.[0]).toMatchObject({ field: 'targeting.segment' })
    expect(language.problem).toMatchObject({ code: 'invalid_input' })
  })

  it.each(['0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z'])('neither begins nor ends at %s', async (moment) => {
    const { draft, change } = await surveyWorkspace(heed)
    const made = await draft({})

    const { status, problem } = await change(made, { schedule: { startsAt: moment, endsAt: moment } })

    expect(status).toBe(400)
    expect(problem.errors?.map(({ field }) => field)).toEqual(['schedule.startsAt', 'schedule.endsAt'])
  })

  it('is read as it is, also where its end is one that can no longer be given', async () => {
    const { draft, admin } = await surveyWorkspace(heed)
    const { id } = await draft({})
    const endsAt = new Date('9999-12-31T00:00:00Z')
    await heed.store.write(({ db, tables: { surveys } }) =>
      db.update(surveys).set({ endsAt }).where(eq(surveys.id, id)),
    )

    const { status, body } = await admin.get<Survey>(`/surveys/${id}`)

    expect(status).toBe(200)
    expect(body.schedule.endsAt).toBe('9999-12-31T00:00:00.000Z')
  })

  it('can be deleted, while what was launched stays', async () => {
    const { admin, draft, surveyId } = await surveyWorkspace(heed)
    const made = await draft()
    await admin.send('POST', `/surveys/${made.id}/test-links`)

    const gone = await admin.send('DELETE', `/surveys/${made.id}`)
    const refused = await admin.send('DELETE', `/surveys/${surveyId}`)

    expect(gone.status).toBe(204)
    expect((await admin.get(`/surveys/${made.id}`)).problem.code).toBe('survey_not_found')
    expect(refused.problem.code).toBe('survey_running')
    expect((await admin.get(`/surveys/${surveyId}`)).status).toBe(200)
  })

  it('takes exposures and answers no sooner than it is launched', async () => {
    const { visitor, draft } = await surveyWorkspace(heed)
    const { id: surveyId } = await draft()

    const shown = await visitor().put(`/exposures/${heed.deps.newId('exposure')}`, { surveyId })
    const answered = await visitor().put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 9 })

    expect(shown.problem.code).toBe('survey_not_found')
    expect(answered.problem.code).toBe('survey_not_found')
  })

  it('is for admins; everybody else reads', async () => {
    const { ada, draft } = await surveyWorkspace(heed)
    const { id } = await draft()
    const url = `/surveys/${id}`

    const refused = [
      await ada.send('POST', '/surveys', { name: 'Mine', kind: 'nps' }),
      await ada.send('PUT', url, { name: 'Mine', kind: 'nps', basedOn: '2026-01-01T00:00:00.000Z' }),
      await ada.send('DELETE', url),
      await ada.send('PUT', `${url}/launch`),
      await ada.send('PUT', `${url}/pause`),
      await ada.send('DELETE', `${url}/pause`),
      await ada.send('PUT', `${url}/end`),
      await ada.send('POST', `${url}/copies`),
      await ada.send('POST', `${url}/test-links`),
      await ada.send('POST', '/surveys/imports', { from: 'posthog', survey: {} }),
    ]

    expect(refused.map(({ problem }) => problem.code)).toEqual(refused.map(() => 'role_too_low'))
    expect((await ada.get(url)).status).toBe(200)
    expect((await ada.get(`${url}/versions`)).body).toEqual({ items: [] })
    expect((await ada.send('POST', '/surveys/reach', { name: 'Mine', kind: 'nps' })).status).toBe(200)
  })
})
