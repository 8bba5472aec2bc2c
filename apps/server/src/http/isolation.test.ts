import type { PersonPage, SegmentSize } from '@heed/contracts'
import { expect, it } from 'vitest'
import { setRate } from '../features/rates/change-rate.ts'
import { describeOnBothStores } from '../testing/heed.ts'
import { signInAs } from '../testing/sign-in-as.ts'
import { signerOf } from '../testing/signed.ts'

/** Every member route that names a row of its own; a new one must be added here, the next test sees to it. */
const memberRoutes = [
  ['GET', '/responses/:responseId'],
  ['PUT', '/responses/:responseId/star'],
  ['DELETE', '/responses/:responseId/star'],
  ['PUT', '/responses/:responseId/areas'],
  ['GET', '/surveys/:surveyId/results'],
  ['GET', '/surveys/:surveyId/cuts'],
  ['GET', '/surveys/:surveyId/responses.csv'],
  ['GET', '/surveys/:surveyId/responses.json'],
  ['GET', '/surveys/:surveyId/shares'],
  ['POST', '/surveys/:surveyId/shares'],
  ['DELETE', '/surveys/:surveyId/shares/:shareId'],
  ['GET', '/articles/:articleId'],
  ['PUT', '/articles/:articleId'],
  ['DELETE', '/articles/:articleId'],
  ['PUT', '/articles/:articleId/publication'],
  ['DELETE', '/articles/:articleId/publication'],
  ['GET', '/articles/:articleId/revisions'],
  ['PUT', '/articles/:articleId/revisions/:revision'],
  ['GET', '/surveys/:surveyId'],
  ['PUT', '/surveys/:surveyId'],
  ['DELETE', '/surveys/:surveyId'],
  ['PUT', '/surveys/:surveyId/launch'],
  ['PUT', '/surveys/:surveyId/pause'],
  ['DELETE', '/surveys/:surveyId/pause'],
  ['PUT', '/surveys/:surveyId/end'],
  ['POST', '/surveys/:surveyId/copies'],
  ['GET', '/surveys/:surveyId/versions'],
  ['GET', '/surveys/:surveyId/sampling'],
  ['POST', '/surveys/:surveyId/test-links'],
  ['GET', '/tickets/:ticketId'],
  ['GET', '/tickets/:ticketId/attachments/:attachmentId'],
  ['POST', '/tickets/:ticketId/messages'],
  ['PUT', '/tickets/:ticketId/closure'],
  ['DELETE', '/tickets/:ticketId/closure'],
  ['GET', '/ideas/:ideaId'],
  ['PATCH', '/ideas/:ideaId'],
  ['DELETE', '/ideas/:ideaId'],
  ['GET', '/ideas/:ideaId/split'],
  ['PUT', '/ideas/:ideaId/merge'],
  ['DELETE', '/ideas/:ideaId/merge'],
  ['GET', '/ideas/:ideaId/votes'],
  ['PUT', '/ideas/:ideaId/votes/:personId'],
  ['DELETE', '/ideas/:ideaId/votes/:personId'],
  ['PUT', '/ideas/:ideaId/links/:targetId'],
  ['DELETE', '/ideas/:ideaId/links/:targetId'],
  ['GET', '/idea-links/:targetId'],
  ['DELETE', '/identity/keys/:keyId'],
  ['PATCH', '/keys/:apiKeyId'],
  ['DELETE', '/keys/:apiKeyId'],
  ['PATCH', '/members/:memberId'],
  ['DELETE', '/members/:memberId'],
  ['POST', '/members/:memberId/sign-in-links'],
  ['PATCH', '/areas/:areaId'],
  ['DELETE', '/areas/:areaId'],
  ['DELETE', '/rates/:currency/:day'],
  ['PATCH', '/segments/:segmentId'],
  ['DELETE', '/segments/:segmentId'],
  ['GET', '/segments/:segmentId/uses'],
  ['GET', '/people/:personId'],
  ['DELETE', '/people/:personId'],
  ['GET', '/people/:personId/erasure'],
  ['GET', '/people/:personId/timeline'],
  ['GET', '/accounts/:accountId'],
  ['GET', '/accounts/:accountId/timeline'],
] as const
/** Of routes that take another body than most of their method. */
const ownBodies: Record<string, unknown> = {
  '/keys/:apiKeyId': { origins: [] },
  '/members/:memberId': { role: 'viewer' },
  '/areas/:areaId': { name: 'mine' },
  '/responses/:responseId/areas': { areaIds: [] },
  '/ideas/:ideaId/merge': { intoId: 'ide_000000000000000000000' },
  '/ideas/:ideaId/votes/:personId': {},
  '/surveys/:surveyId/shares': { query: '' },
  '/articles/:articleId': {
    slug: 'mine',
    locale: 'en',
    title: 'mine',
    summary: null,
    body: '',
    areaId: null,
    audience: null,
    basedOn: '2026-03-02T10:00:00.000Z',
  },
}
const bodies: Record<string, unknown> = { POST: { body: 'Hello' }, PATCH: { state: 'planned' } }

describeOnBothStores('one workspace', (heed) => {
  const two = async (state: 'open' | 'closed') => {
    const here = await heed.workspace()
    const there = await heed.workspace()
    const maria = there.visitor()
    const ids = {
      ticketId: heed.deps.newId('ticket'),
      responseId: heed.deps.newId('response'),
      attachmentId: heed.deps.newId('attachment'),
      ideaId: heed.deps.newId('idea'),
      keyId: (await signerOf(heed, there.workspaceId)).keyId,
      surveyId: there.surveyId,
      revision: '1',
    }
    const article = await there.ada.send<{ id: string }>('POST', '/articles', { title: 'theirs', locale: 'en' })
    await there.ada.send('PUT', `/articles/${article.body.id}/publication`)
    const saved = await there.ada.send<{ id: string }>('POST', '/segments', {
      name: 'theirs',
      segment: 'plan:secret-plan',
    })
    const share = await there.ada.send<{ id: string }>('POST', `/surveys/${there.surveyId}/shares`, { query: '' })
    const apiKeys = await there.ada.get<{ items: { id: string }[] }>('/keys')
    const members = await there.ada.get<{ items: { id: string }[] }>('/members')
    const rate = { currency: 'EUR', day: '2026-01-01' }
    await setRate(heed.deps, { id: there.workspaceId, currency: 'USD' }, { ...rate, rate: 2 })
    await maria.put('/person', { userId: 'u1', account: { accountId: 'a1', plan: 'secret-plan', spendMinor: 100 } })
    await maria.put(`/responses/${ids.responseId}`, { surveyId: there.surveyId, score: 9, comment: 'theirs' })
    await maria.put(`/ideas/${ids.ideaId}`, { title: 'theirs' })
    const [person] = (await there.ada.get<PersonPage>('/people')).body.items
    const customer = { personId: person?.id ?? '', accountId: person?.account?.id ?? '' }
    const messageId = heed.deps.newId('message')
    await maria.put(`/tickets/${ids.ticketId}`, { messageId, body: 'theirs' })
    const attached = await heed.app.inject({
      method: 'PUT',
      url: `/w/${there.keys.publishable}/tickets/${ids.ticketId}/attachments/${ids.attachmentId}`,
      query: { messageId, name: 'theirs.txt' },
      headers: { 'x-heed-visitor': maria.token, 'content-type': 'text/plain' },
      payload: 'theirs',
    })
    expect(attached.statusCode).toBe(200)
    if (state === 'closed') await there.ada.send('PUT', `/tickets/${ids.ticketId}/closure`, { areaId: there.areaId })
    return {
      here,
      there,
      maria,
      ids: {
        ...ids,
        ...rate,
        ...customer,
        segmentId: saved.body.id,
        shareId: share.body.id,
        apiKeyId: apiKeys.body.items[0]?.id ?? '',
        memberId: members.body.items[0]?.id ?? '',
        areaId: there.areaId,
        articleId: article.body.id,
        targetId: ids.ticketId,
      },
      admin: await signInAs(heed, here.workspaceId, 'admin'),
    }
  }

  const made = new Map<'open' | 'closed', ReturnType<typeof two>>()
  /** Two workspaces whose ticket is in that state. What is refused changes nothing, so all tests look at the same. */
  const twoWith = (state: 'open' | 'closed') => {
    const pair = made.get(state) ?? two(state)
    made.set(state, pair)
    return pair
  }

  it.each(memberRoutes)('never reaches another’s row through %s %s', async (method, route) => {
    // What the route would do must show: a ticket that is open already cannot be seen to open.
    const closed = method === 'DELETE'
    const { here, there, ids, admin } = await twoWith(closed ? 'closed' : 'open')
    const asked = route === '/surveys/:surveyId/cuts' ? `${route}?by=plan` : route
    const url = Object.entries(ids).reduce((path, [name, id]) => path.replace(`:${name}`, id), asked as string)
    const survey = { name: 'mine', kind: 'nps', basedOn: heed.clock.now().toISOString() }
    const json = route.startsWith('/segments')
      ? { name: 'mine' }
      : route === '/surveys/:surveyId' && method === 'PUT'
        ? survey
        : route.endsWith('closure') && method === 'PUT'
          ? { areaId: here.areaId }
          : (ownBodies[route] ?? bodies[method])

    const reply = method === 'GET' ? await admin.get(url) : await admin.send(method, url, json)

    expect(reply.problem.code).toMatch(
      /^(ticket|response|idea|signing_key|rate|segment|person|account|survey|share|article|key|member|area)_not_found$/,
    )
    const untouched = await there.ada.get<{ state: string; messages: unknown[] }>(`/tickets/${ids.ticketId}`)
    expect(untouched.body).toMatchObject({ state: closed ? 'closed' : 'open' })
    expect(untouched.body.messages).toHaveLength(1)
    expect((await there.ada.get('/ideas')).body).toMatchObject({ items: [{ state: 'open' }] })
    expect((await there.ada.get(`/articles/${ids.articleId}`)).body).toMatchObject({
      title: 'theirs',
      state: 'published',
    })
    const untouchedSurvey = await there.ada.get(`/surveys/${there.surveyId}`)
    expect(untouchedSurvey.body).toMatchObject({ name: 'Relationship', state: 'running', version: 1 })
  })

  it('knows every member route that names a row', async () => {
    const { body } = await heed.call<{ paths: Record<string, Record<string, unknown>> }>({
      method: 'GET',
      url: '/openapi.json',
    })

    const named = Object.entries(body.paths)
      .filter(([path]) => path.startsWith('/api/') && path.includes('{'))
      .flatMap(([path, methods]) => Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`))

    expect(named.sort()).toEqual(
      memberRoutes.map(([method, route]) => `${method} /api${route.replace(/:(\w+)/g, '{$1}')}`).sort(),
    )
  })

  it.each([
    '/responses',
    '/notices',
    '/tickets',
    '/segment/size',
    '/segment/values?field=plan',
    '/segment/fields',
    '/segments',
    '/nps',
    '/tickets/figures',
    '/areas',
    '/areas/uses',
    '/members',
    '/keys',
    '/workspace',
    '/get-started',
    '/articles',
    '/surveys',
    '/ideas',
    '/rates',
    '/people',
    '/accounts',
  ])('shows nothing of another in %s', async (url) => {
    const { here, there, ids } = await twoWith('open')

    const { status, body } = await here.ada.get(url)

    expect(status).toBe(200)
    const text = JSON.stringify(body)
    for (const theirs of ['secret-plan', 'theirs', there.areaId, there.surveyId, ids.ticketId]) {
      expect(text).not.toContain(theirs)
    }
  })

  it('counts nobody of another', async () => {
    const { here, there } = await twoWith('open')

    const counted = async (ada: typeof here.ada) => (await ada.get<SegmentSize>('/segment/size')).body.people

    expect(await counted(there.ada)).toBe(1)
    expect(await counted(here.ada)).toBe(0)
  })

  it('does not close a ticket with another’s area', async () => {
    const { here, there, ids } = await twoWith('open')

    const reply = await there.ada.send('PUT', `/tickets/${ids.ticketId}/closure`, { areaId: here.areaId })

    expect(reply.problem.code).toBe('area_not_found')
  })

  it('does not know a visitor of another, even by the same token', async () => {
    const { here, maria } = await twoWith('open')

    const reply = await heed.call<{ items: unknown[] }>({
      method: 'GET',
      url: `/w/${here.keys.publishable}/tickets`,
      headers: { 'x-heed-visitor': maria.token },
    })

    expect(reply.body.items).toEqual([])
  })
})
