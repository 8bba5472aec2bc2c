import { generateKeyPairSync } from 'node:crypto'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { decodeJwt, jwtVerify } from 'jose'
import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Heed } from './index.ts'
import { fakeHeed } from './testing/fake-heed.ts'
import { example, examples, guide } from './testing/guide.ts'
import { lena, type User } from './testing/session.ts'

const secret = 'a secret that Heed has made, 43 characters.'
const webhookSecret = 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw'
const server = fakeHeed()

beforeEach(() => {
  vi.resetModules()
  vi.stubEnv('HEED_SECRET_KEY', 'sk_test')
  vi.stubEnv('HEED_SIGNING_SECRET', secret)
  vi.stubEnv('HEED_WEBHOOK_SECRET', webhookSecret)
  vi.stubGlobal('fetch', server.fetch)
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

/** A webhook as a sender makes it. */
const webhook = (event: object) => {
  const body = JSON.stringify(event)
  const signature = new Webhook(webhookSecret).sign('msg_1', new Date(), body)
  const timestamp = String(Math.floor(Date.now() / 1000))
  return { body, headers: { 'webhook-id': 'msg_1', 'webhook-timestamp': timestamp, 'webhook-signature': signature } }
}

/** The reply of a framework, which remembers what it was given. */
const replyOf = () => {
  const given: Record<string, unknown> = {}
  const note =
    (name: string) =>
    (...values: unknown[]) => {
      given[name] = values.length > 1 ? values : values[0]
      return reply
    }
  const names = ['code', 'status', 'sendStatus', 'header', 'set', 'type', 'send']
  const reply: Record<string, unknown> = Object.fromEntries(names.map((name) => [name, note(name)]))
  return { given, reply }
}

type Handler = (request: object, reply: unknown) => Promise<unknown>
const signedIn = { headers: { cookie: 'session=4711' } }
const anybody = { headers: {} }

describe('the examples of the guide', () => {
  it('are all run here', () => {
    expect([...examples.keys()].sort()).toEqual([
      'customers',
      'express-token',
      'express-webhook',
      'fastify-token',
      'heed',
      'identity',
      'readme',
      'signing-pair',
      'webhook',
    ])
  })

  it('send a customer, and what waits before the process ends', async () => {
    const { heed } = await example<{ heed: Heed }>('heed')
    const { subscribed } = await example<{ subscribed: (user: User) => void }>('customers')
    const exit = vi.spyOn(process, 'exit').mockImplementation(() => undefined as never)

    subscribed(lena)
    process.emit('SIGTERM', 'SIGTERM')

    await vi.waitFor(() => expect(exit).toHaveBeenCalled())
    expect(server.stored()).toMatchObject([
      { type: 'identify', userId: '4711', traits: { email: 'lena@acme.example' } },
      { type: 'group', groupId: 'acme', traits: { plan: 'growth', spendMinor: 12_900, currency: 'EUR' } },
      { type: 'track', event: 'Subscription started', properties: { seats: 40 } },
    ])
    expect(await heed.flush()).toBe(0)
  })

  it('give the widget a token, with Fastify', async () => {
    const { heedToken } = await example<{ heedToken: (app: object) => Promise<void> }>('fastify-token')
    const routes = new Map<string, Handler>()
    await heedToken({ get: (path: string, handler: Handler) => routes.set(path, handler) })
    const [known, unknown] = [replyOf(), replyOf()]

    await routes.get('/heed-token')?.(signedIn, known.reply)
    await routes.get('/heed-token')?.(anybody, unknown.reply)

    expect(decodeJwt(String(known.given.send))).toMatchObject({ sub: '4711', traits: { role: 'admin' } })
    expect(known.given).toMatchObject({ header: ['cache-control', 'no-store'], type: 'text/plain' })
    expect(unknown.given).toEqual({ code: 401, send: undefined })
  })

  it('give the widget a token, with Express', async () => {
    const { heedToken } = await example<{ heedToken: Handler }>('express-token')
    const [known, unknown] = [replyOf(), replyOf()]

    await heedToken(signedIn, known.reply)
    await heedToken(anybody, unknown.reply)

    const key = new TextEncoder().encode(secret)
    const { payload } = await jwtVerify(String(known.given.send), key, { audience: 'wsp_…' })
    expect(payload).toMatchObject({ sub: '4711', account: { accountId: 'acme', spendMinor: 12_900 } })
    expect(unknown.given).toEqual({ sendStatus: 401 })
  })

  it('sign with a key of your own', async () => {
    const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' })
    const folder = mkdtempSync(join(tmpdir(), 'heed-pem-'))
    writeFileSync(join(folder, 'heed.pem'), privateKey.export({ type: 'pkcs8', format: 'pem' }))
    const { signerOf } = await example<{ signerOf: (path: string) => Promise<(person: object) => Promise<string>> }>(
      'signing-pair',
    )

    const sign = await signerOf(join(folder, 'heed.pem'))
    rmSync(folder, { recursive: true })

    expect((await jwtVerify(await sign({ userId: '1' }), publicKey)).payload.sub).toBe('1')
  })

  it('verify a webhook, of fetch', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const { POST } = await example<{ POST: (request: Request) => Promise<Response> }>('webhook')
    const { body, headers } = webhook({ type: 'ticket.opened', timestamp: '2026-03-02T10:00:00Z', data: { number: 7 } })
    const request = (text: string) => new Request('https://app.example/heed', { method: 'POST', headers, body: text })

    const believed = await POST(request(body))
    const forged = await POST(request(body.replace('7', '8')))

    expect(believed.status).toBe(204)
    expect([forged.status, await forged.text()]).toEqual([400, 'signature_mismatch'])
    expect(log.mock.calls).toEqual([['ticket.opened', { number: 7 }]])
  })

  it('verify a webhook, with Express, while the secret changes', async () => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    vi.stubEnv('HEED_WEBHOOK_SECRET', 'whsec_plJ3nmyCDGBKInavdOK15jsl')
    vi.stubEnv('HEED_NEW_WEBHOOK_SECRET', webhookSecret)
    const { heedWebhook } = await example<{ heedWebhook: Handler }>('express-webhook')
    const { body, headers } = webhook({ type: 'idea.merged', timestamp: '2026-03-02T10:00:00Z', data: {} })
    const [believed, forged] = [replyOf(), replyOf()]

    await heedWebhook({ headers, body: Buffer.from(body) }, believed.reply)
    await heedWebhook({ headers, body: Buffer.from(body.replace('merged', 'closed')) }, forged.reply)

    expect(believed.given).toEqual({ sendStatus: 204 })
    expect(forged.given).toEqual({ status: 400, type: 'text/plain', send: 'signature_mismatch' })
    expect(log.mock.calls).toEqual([['idea.merged', {}]])
  })

  it('do on the page of the package what it says', async () => {
    const before = server.stored().length
    const { token, read } = await example<{
      token: () => Promise<string>
      read: (request: Request) => Promise<unknown>
    }>('readme')
    const { body, headers } = webhook({ type: 'ticket.opened' })

    expect(server.stored().slice(before)).toMatchObject([{ type: 'identify' }, { type: 'group' }, { type: 'track' }])
    expect(decodeJwt(await token())).toMatchObject({ sub: '4711', account: { plan: 'growth' } })
    const request = new Request('https://app.example/heed', { method: 'POST', headers, body })
    expect(await read(request)).toEqual({ type: 'ticket.opened' })
  })
})

describe('the guide for servers', () => {
  it.each([
    ['./src/faults.ts', 'FaultCode'],
    ['./src/verify-webhook.ts', 'WebhookFault'],
  ])('names every code of %s', async (path, type) => {
    const { default: source } = await import(/* @vite-ignore */ `../${path}?raw`)
    const [, union = ''] = new RegExp(`export type ${type} =([\\s\\S]*?)\\n\\n`).exec(String(source)) ?? []
    const codes = Array.from(union.matchAll(/'(\w+)'/g), ([, code = '']) => code)

    expect(codes.length).toBeGreaterThan(4)
    expect(codes.filter((code) => !guide.includes(`| \`${code}\` `))).toEqual([])
  })
})
