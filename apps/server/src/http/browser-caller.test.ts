import { expect, it } from 'vitest'
import { describeOnBothStores } from '../testing/heed.ts'
import { originAllowed } from './browser-caller.ts'

it.each([
  ['https://app.acme.example', true],
  ['https://app.acme.example:8443', false],
  ['http://app.acme.example', false],
  ['https://app.acme.example.evil.example', false],
  ['http://localhost:5173', true],
  ['http://localhost', true],
  ['http://localhost.evil.example:80', false],
  ['null', false],
])('the origin %s is allowed: %s', (origin, allowed) => {
  expect(originAllowed(origin, ['https://app.acme.example', 'http://localhost:*'])).toBe(allowed)
})

describeOnBothStores('a browser with a publishable key', (heed) => {
  const suggest = (key: string, headers: Record<string, string>) =>
    heed.call({ method: 'POST', url: `/w/${key}/suggestions`, headers, json: { text: 'card' } })

  it('may come from the origins of its key, and is told so by CORS', async () => {
    const { keys } = await heed.workspace()

    const reply = await suggest(keys.publishable, { origin: 'https://app.acme.example' })
    const preflight = await heed.call({
      method: 'OPTIONS',
      url: `/w/${keys.publishable}/responses/x`,
      headers: {
        origin: 'https://app.acme.example',
        'access-control-request-method': 'PUT',
        'access-control-request-headers': 'content-type,x-heed-visitor',
      },
    })

    expect(reply.status).toBe(200)
    expect(reply.headers['access-control-allow-origin']).toBe('https://app.acme.example')
    expect(reply.headers['access-control-expose-headers']).toBe('retry-after')
    expect(reply.headers['access-control-allow-credentials']).toBeUndefined()
    expect(preflight.status).toBe(204)
    expect(preflight.headers).toMatchObject({
      'access-control-allow-origin': 'https://app.acme.example',
      'access-control-allow-headers': 'content-type,x-heed-visitor',
    })
  })

  it('is refused from elsewhere, with the origin to add', async () => {
    const { keys } = await heed.workspace()

    const reply = await suggest(keys.publishable, { origin: 'https://evil.example' })

    expect(reply.problem).toMatchObject({ status: 403, code: 'origin_not_allowed' })
    expect(reply.problem.detail).toContain('https://evil.example')
    expect(reply.headers['access-control-allow-origin']).toBeUndefined()
  })

  it('cannot come with an unknown key or the secret one', async () => {
    const { keys } = await heed.workspace()

    for (const key of ['pk_unknown', keys.secret, 'x']) {
      expect((await suggest(key, {})).problem).toMatchObject({ status: 401, code: 'unknown_key' })
    }
  })

  it('opens no member route', async () => {
    const { keys, visitor } = await heed.workspace()

    for (const authorization of [`Bearer ${keys.publishable}`, `Bearer ${keys.secret}`]) {
      const reply = await heed.call({
        method: 'GET',
        url: '/api/tickets',
        headers: { authorization, 'x-heed-visitor': visitor().token },
      })
      expect(reply.problem.code).toBe('not_signed_in')
    }
  })

  it('needs a visitor token to say anything', async () => {
    const { keys, surveyId } = await heed.workspace()

    for (const token of ['', 'short', 'x'.repeat(44), '{"$gt":""}']) {
      const reply = await heed.call({
        method: 'PUT',
        url: `/w/${keys.publishable}/responses/${heed.deps.newId('response')}`,
        headers: { 'x-heed-visitor': token },
        json: { surveyId, score: 9 },
      })
      expect(reply.problem.code).toBe('unknown_visitor')
    }
  })

  it.each([
    'text/plain',
    ' application/json',
    'application/json\t;',
    'application/xml',
    'application/x-www-form-urlencoded',
    '',
  ])('is never let through unvalidated with the content type %j', async (contentType) => {
    const { keys, surveyId, visitor, ada } = await heed.workspace()

    const reply = await heed.call({
      method: 'PUT',
      url: `/w/${keys.publishable}/responses/${heed.deps.newId('response')}`,
      headers: { 'x-heed-visitor': visitor().token, 'content-type': contentType },
      payload: JSON.stringify({ surveyId, score: 99 }),
    })

    expect([400, 415]).toContain(reply.status)
    expect((await ada.get<{ total: number }>('/responses')).body.total).toBe(0)
  })

  it('is asked to slow down when it sends too much, with the time to wait', async () => {
    const { keys } = await heed.workspace()
    const statuses: number[] = []
    for (let i = 0; i < 601; i++) statuses.push((await suggest(keys.publishable, {})).status)

    expect(statuses.filter((status) => status === 200)).toHaveLength(600)
    const refused = await suggest(keys.publishable, {})
    expect(refused.problem).toMatchObject({ status: 429, code: 'too_many_requests' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('is slowed down for bodies that are refused, too', async () => {
    const { keys } = await heed.workspace()
    const invalid = () => heed.call({ method: 'POST', url: `/w/${keys.publishable}/suggestions`, json: { text: 1 } })
    await Promise.all(Array.from({ length: 600 }, invalid))

    expect((await invalid()).problem.code).toBe('too_many_requests')
  })

  it.each([['{'], ['[]'], ['"text"'], ['null'], ['{"text":"a","__proto__":{"x":1}}']])(
    'gets a clear no for the body %s',
    async (payload) => {
      const { keys } = await heed.workspace()

      const reply = await heed.call({
        method: 'POST',
        url: `/w/${keys.publishable}/suggestions`,
        headers: { 'content-type': 'application/json' },
        payload,
      })

      expect(reply.status).toBe(400)
      expect(reply.problem.code).toBe('invalid_input')
    },
  )
})
