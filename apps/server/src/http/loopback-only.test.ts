import { expect, it } from 'vitest'
import { buildApp } from '../app.ts'
import { describeOnBothStores } from '../testing/heed.ts'

describeOnBothStores('a server for this machine alone', (heed) => {
  const ask = async (headers: Record<string, string>, url = '/livez') => {
    const app = await buildApp(heed.deps, {
      logLevel: 'silent',
      trustedProxies: [],
      onlyLoopback: true,
      signUp: 'first',
    })
    const reply = await app.inject({ method: 'GET', url, headers })
    await app.close()
    return { status: reply.statusCode, code: reply.json().code }
  }

  it.each(['localhost', 'localhost:4747', 'LOCALHOST:80', '127.0.0.1', '127.0.0.1:4747', '[::1]', '[::1]:4747'])(
    'answers at %s',
    async (host) => {
      expect(await ask({ host })).toMatchObject({ status: 200 })
    },
  )

  it.each([
    'heed.example.com',
    'localhost.example.com',
    'localhost:80@example.com',
    '127.0.0.1.nip.io',
    '192.168.1.4:4747',
  ])('refuses a request to “%s”, be it a proxy’s or a rebound name’s', async (host) => {
    expect(await ask({ host })).toEqual({ status: 403, code: 'sample_only_here' })
  })

  it.each(['x-forwarded-for', 'x-forwarded-host', 'forwarded'])(
    'refuses what a proxy passed on with %s',
    async (name) => {
      expect(await ask({ host: 'localhost:4747', [name]: 'for=203.0.113.7' })).toEqual({
        status: 403,
        code: 'sample_only_here',
      })
    },
  )

  it.each([
    '/openapi.json',
    '/docs/',
    '/w/pk_x.js',
    '/w/pk_x/tickets',
    '/v1/identify',
    '/api/session',
    '/demo',
    '/none',
  ])('refuses %s too', async (url) => {
    expect(await ask({ host: 'heed.example.com' }, url)).toEqual({ status: 403, code: 'sample_only_here' })
  })
})
