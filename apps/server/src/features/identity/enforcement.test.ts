import { expect, it } from 'vitest'
import { newToken } from '../../http/tokens.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { signerOf } from '../../testing/signed.ts'

describeOnBothStores('enforced identity', (heed) => {
  const given = async () => {
    const workspace = await heed.workspace({})
    const host = await signerOf(heed, workspace.workspaceId)
    const admin = await signInAs(heed, workspace.workspaceId, 'admin')
    /** Tokens of visitors that came before enforcement, each in another way. */
    const [expired, unsigned, nameless, signed] = [newToken(), newToken(), newToken(), newToken()] as const
    const call = (method: string, path: string, token: string | undefined, json?: unknown) =>
      heed.call({
        method: method as 'GET',
        url: `/w/${workspace.keys.publishable}${path}`,
        headers: token === undefined ? {} : { 'x-heed-visitor': token },
        ...(json === undefined ? {} : { json }),
      })
    await call('PUT', '/person', expired, { token: await host.sign({ sub: 'u1', exp: host.nowSeconds() + 60 }) })
    await call('PUT', '/person', unsigned, { userId: 'u2' })
    await call('PUT', '/person', nameless, { locale: 'de' })
    const switched = await admin.send('PATCH', '/identity', { enforced: true })
    expect(switched.body).toMatchObject({ enforced: true })
    // Every process follows within five seconds.
    heed.clock.advance('3m')
    await call('PUT', '/person', signed, { token: await host.sign({ sub: 'u3' }) })
    return { ...workspace, host, admin, call, expired, unsigned, nameless, signed }
  }

  /** Every route below a publishable key that the app has, also one that is not documented. HEAD is answered by GET's. */
  const browserRoutes = () => {
    const parents: string[] = []
    return heed.app
      .printRoutes({ commonPrefix: false })
      .split('\n')
      .flatMap((line) => {
        const [, indent = '', part = '', methods = ''] = /^([│ ]*)[├└]── (\S+) \(([\w, ]+)\)/.exec(line) ?? []
        const depth = indent.length / 4
        parents.splice(depth, parents.length, part)
        const [, path] = /^\/w\/:key(\/.+)/.exec(parents.join('')) ?? []
        const asked = methods.split(', ').filter((method) => method !== 'HEAD' && method !== 'OPTIONS')
        return path ? asked.map((method) => [method, path.replace(/:\w+/g, 'x')] as const) : []
      })
  }

  it('answers on no browser route whoever is not signed, whatever they send', async () => {
    const { call, expired, unsigned, nameless } = await given()
    const routes = browserRoutes()
    expect(routes.length).toBeGreaterThan(20)
    expect(routes).toContainEqual(['PUT', '/tickets/x/messages/x'])
    const visitors = { expired, unsigned, nameless, unknown: newToken(), none: undefined, nonsense: 'x' }

    for (const [method, path] of routes) {
      const json = method === 'GET' ? undefined : {}
      for (const [who, token] of Object.entries(visitors)) {
        if (path === '/person' && (who === 'none' || who === 'nonsense')) continue
        const reply = await call(method, path, token, json)
        const code = who === 'expired' && path !== '/person' ? 'identity_expired' : 'identity_required'
        // Where a limit counts by the visitor, that comes first.
        const nobody = who === 'none' || who === 'nonsense'
        const codes = [code, ...(nobody ? ['unknown_visitor'] : [])]
        expect({ method, path, who, ...reply.problem }).toMatchObject({ method, path, who, status: 401 })
        expect(codes).toContain(reply.problem.code)
      }
    }
  })

  it('answers on every browser route whoever is signed', async () => {
    const { call, signed } = await given()

    for (const [method, path] of browserRoutes()) {
      const { status } = await call(method, path, signed, method === 'GET' ? undefined : { x: 1 })
      expect({ method, path, refused: [401, 403].includes(status) }).toEqual({ method, path, refused: false })
    }
  })

  it('lets whoever is not signed send a token, which is how they become so', async () => {
    const { call, host, expired } = await given()

    expect((await call('PUT', '/person', expired, { token: await host.sign({ sub: 'u1' }) })).status).toBe(200)
    expect((await call('GET', '/unread', expired)).body).toEqual({ count: 0, answers: 0 })
    const bad = await call('PUT', '/person', newToken(), { token: 'x.y.z' })
    expect(bad.problem).toMatchObject({ status: 401, code: 'identity_invalid' })
  })

  it('leaves the preflight alone, and the loader, which tells the widget', async () => {
    const { keys } = await given()

    const loader = await heed.app.inject({ method: 'GET', url: `/w/${keys.publishable}.js` })
    const preflight = await heed.call({
      method: 'OPTIONS',
      url: `/w/${keys.publishable}/tickets/x`,
      headers: { origin: 'https://app.acme.example', 'access-control-request-method': 'PUT' },
    })

    expect(loader.statusCode).toBe(200)
    expect(loader.body).toContain('"signedOnly":true')
    expect(preflight.status).toBe(204)
  })

  it('shows the refusal to the page, so that the widget can renew', async () => {
    const { keys } = await given()

    const reply = await heed.call({
      method: 'GET',
      url: `/w/${keys.publishable}/unread`,
      headers: { origin: 'https://app.acme.example', 'x-heed-visitor': newToken() },
    })

    expect(reply.status).toBe(401)
    expect(reply.headers['access-control-allow-origin']).toBe('https://app.acme.example')
  })

  it('is not there from the start', async () => {
    const { visitor, surveyId } = await heed.workspace({})

    const reply = await visitor().put(`/responses/${heed.deps.newId('response')}`, { surveyId, score: 9 })

    expect(reply.status).toBe(200)
  })
})
