import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { createSurvey } from '../surveys/create-survey.ts'
import { getSurvey, updateSurvey } from '../surveys/surveys.queries.ts'

describeOnBothStores('the loader', (heed) => {
  const load = async (key: string, headers: Record<string, string> = {}) => {
    const reply = await heed.app.inject({ method: 'GET', url: `/w/${key}.js`, headers })
    return { status: reply.statusCode, headers: reply.headers, text: reply.body }
  }

  it('comes with the workspace’s public configuration in the same reply', async () => {
    const { keys, surveyId } = await heed.workspace()

    const { status, headers, text } = await load(keys.publishable)

    expect(status).toBe(200)
    expect(headers['content-type']).toContain('text/javascript')
    expect(headers['cross-origin-resource-policy']).toBe('cross-origin')
    expect(text).toContain(surveyId)
    expect(text).toContain('Acme Billing')
    expect(text).not.toContain('__HEED_CONFIG__')
    expect(text).not.toContain(keys.secret)
  })

  it('is sent compressed, and not at all when the browser has it', async () => {
    const { keys } = await heed.workspace()

    const compressed = await load(keys.publishable, { 'accept-encoding': 'gzip, br' })
    const again = await load(keys.publishable, { 'if-none-match': String(compressed.headers.etag) })

    expect(compressed.headers['content-encoding']).toBe('br')
    expect(Number(compressed.headers['content-length'])).toBeLessThan(5_000)
    expect(again.status).toBe(304)
    expect(again.text).toBe('')
  })

  it('names a runtime that is there', async () => {
    const { keys } = await heed.workspace()
    const assets = /assets\/[\w-]+\//.exec((await load(keys.publishable)).text)?.[0]

    const reply = await heed.app.inject({ method: 'GET', url: `/w/${assets}runtime.en.js` })

    expect(reply.statusCode).toBe(200)
    expect(reply.headers['access-control-allow-origin']).toBe('*')
    expect(reply.headers['cache-control']).toContain('immutable')
  })

  it('leaves out a survey that waits for the host page’s code, which is there by its id', async () => {
    const { keys, workspaceId } = await heed.workspace()
    const survey = {
      kind: 'text',
      name: 'Pulse',
      state: 'running',
      texts: {},
      repeatAfterDays: 90,
    } as const
    const surveyId = await createSurvey(heed.deps, workspaceId, { ...survey, trigger: { delayMs: 0, code: true } })

    const { text } = await load(keys.publishable)
    const reply = await heed.app.inject({ method: 'GET', url: `/w/${keys.publishable}/surveys/${surveyId}` })

    expect(text).not.toContain(surveyId)
    expect(reply.json()).toMatchObject({ id: surveyId, kind: 'text' })
  })

  it('names the surveys that ask now, the most important first, and how often the workspace asks', async () => {
    const { keys, surveyId, addSurvey } = await heed.workspace()
    const names = async () => {
      const { text } = await load(keys.publishable)
      return [...text.matchAll(/srv_[0-9a-z]{21}/g)].map(([id]) => id)
    }
    const inDays = (days: number) => new Date(heed.clock.now().getTime() + days * 86_400_000).toISOString()
    const first = await addSurvey({ kind: 'csat', priority: 90 })
    const last = await addSurvey({ kind: 'csat', priority: 10 })
    const later = await addSurvey({ kind: 'ces', priority: 100, schedule: { startsAt: inDays(1), endsAt: inDays(2) } })
    await addSurvey({ kind: 'nps', state: 'draft' })
    await addSurvey({ kind: 'nps', state: 'ended' })

    expect(await names()).toEqual([first, surveyId, last])
    expect((await load(keys.publishable)).text).toContain('"fatigue":{"restDays":7,"laterDays":7,"mostASession":1}')
    heed.clock.advance('1d')
    expect(await names()).toEqual([later, first, surveyId, last])
    heed.clock.advance('1d')
    expect(await names()).toEqual([first, surveyId, last])
  })

  it('is made once in five seconds; what members change here shows at once, what another process changed after these', async () => {
    const { keys, workspaceId, surveyId } = await heed.workspace()
    const admin = await signInAs(heed, workspaceId, 'admin')
    const asks = async () => (await load(keys.publishable)).text.includes(surveyId)
    expect(await asks()).toBe(true)

    // As another process does it.
    await heed.store.write(async (tx) => {
      await updateSurvey(tx, { ...(await getSurvey(tx, workspaceId, surveyId)), state: 'paused' })
    })
    expect(await asks()).toBe(true)
    heed.clock.advance('6s')
    expect(await asks()).toBe(false)
    await admin.send('DELETE', `/surveys/${surveyId}/pause`)
    expect(await asks()).toBe(true)
    await admin.send('PUT', `/surveys/${surveyId}/pause`)
    expect(await asks()).toBe(false)
    await admin.send('PUT', '/fatigue', { restDays: 3, laterDays: 3, mostASession: 2 })
    expect((await load(keys.publishable)).text).toContain('"restDays":3')
  })

  it('leaves out a survey at once that got its last answer', async () => {
    const { keys, visitor, addSurvey } = await heed.workspace()
    const surveyId = await addSurvey({ kind: 'csat', schedule: { startsAt: null, endsAt: null, answerLimit: 1 } })
    const asks = async () => (await load(keys.publishable)).text.includes(surveyId)
    expect(await asks()).toBe(true)

    await visitor().put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 4 })

    expect(await asks()).toBe(false)
  })

  it('brings a page that was open over an upgrade to the files of now', async () => {
    const { keys } = await heed.workspace()
    const assets = /assets\/[\w-]+\//.exec((await load(keys.publishable)).text)?.[0]

    const reply = await heed.app.inject({ method: 'GET', url: '/w/assets/of-before/runtime.de.js' })

    expect(reply.statusCode).toBe(302)
    expect(reply.headers.location).toBe(`/w/${assets}runtime.de.js`)
    expect((await heed.app.inject({ method: 'GET', url: '/w/assets/of-before/nothing.js' })).statusCode).toBe(404)
  })

  it('has a page that the dashboard alone may frame, and that reaches nothing but its own modules', async () => {
    const reply = await heed.app.inject({ method: 'GET', url: '/w/preview.html' })
    const script = /src="([^"]+)"/.exec(reply.body)?.[1]

    expect(reply.statusCode).toBe(200)
    const policy = String(reply.headers['content-security-policy'])
    expect(policy).toContain("frame-ancestors 'self'")
    expect(policy).toContain("default-src 'none'")
    expect(policy).not.toContain('connect-src')
    expect((await heed.app.inject({ method: 'GET', url: `/w/${script}` })).statusCode).toBe(200)
  })

  it('is a problem, not a script, for an unknown key', async () => {
    const { status, headers } = await load('pk_unknown')

    expect(status).toBe(401)
    expect(headers['content-type']).toContain('application/problem+json')
  })
})
