import { Webhook } from 'standardwebhooks'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { verifyWebhook, WebhookError, type WebhookHeaders } from './index.ts'

/** The reference example of Standard Webhooks. */
const example = {
  secret: 'whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw',
  payload: '{"test": 2432232314}',
  headers: {
    'webhook-id': 'msg_p5jXN8AQM9LWM0D4loKWxJek',
    'webhook-timestamp': '1614265330',
    'webhook-signature': 'v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=',
  },
}
const exampleAt = new Date(1_614_265_330_000)
const other = 'whsec_plJ3nmyCDGBKInavdOK15jsl'

beforeEach(() => {
  vi.useFakeTimers({ now: exampleAt })
})
afterEach(() => {
  vi.useRealTimers()
})

const codeOf = (work: () => unknown) => {
  try {
    work()
  } catch (error) {
    if (error instanceof WebhookError) return error.code
    throw error
  }
  return undefined
}
const verify = (
  changed: Partial<{ payload: string | Uint8Array; headers: WebhookHeaders; secret: string | string[] }>,
) => {
  const { payload, headers, secret } = { ...example, ...changed }
  return verifyWebhook(payload, headers, secret)
}

describe('a webhook', () => {
  it('is believed by the reference example', () => {
    expect(verify({})).toEqual({ test: 2_432_232_314 })
  })

  it('is believed by the example of those who wrote the standard down first', () => {
    vi.setSystemTime(1_731_705_121_000)
    const headers = {
      'webhook-id': 'msg_loFOjxBNrRLzqYUf',
      'webhook-timestamp': '1731705121',
      'webhook-signature': 'v1,rAvfW3dJ/X/qxhsaXPOyyCGmRKsaKWcsNccKXlIktD0=',
    }
    const payload = '{"event_type":"ping","data":{"success":true}}'
    expect(verify({ payload, headers, secret: other })).toEqual({ event_type: 'ping', data: { success: true } })
  })

  it('may come as bytes, with headers as fetch has them, or in capitals', () => {
    expect(verify({ payload: Buffer.from(example.payload) })).toEqual({ test: 2_432_232_314 })
    expect(verify({ payload: new TextEncoder().encode(example.payload) })).toEqual({ test: 2_432_232_314 })
    expect(verify({ headers: new Headers(example.headers) })).toEqual({ test: 2_432_232_314 })
    const capitals = Object.entries(example.headers).map(([name, value]) => [name.toUpperCase(), value])
    expect(verify({ headers: Object.fromEntries(capitals) })).toEqual({ test: 2_432_232_314 })
  })

  it('is believed by any secret while you change it, and by any signature', () => {
    expect(verify({ secret: [other, example.secret] })).toEqual({ test: 2_432_232_314 })
    expect(verify({ secret: [example.secret, other] })).toEqual({ test: 2_432_232_314 })
    const signatures = `v1a,AAAA v1,AAAA ${example.headers['webhook-signature']}`
    expect(verify({ headers: { ...example.headers, 'webhook-signature': signatures } })).toBeDefined()
  })

  it('keeps letters of any language whole', () => {
    const payload = '{"type":"ticket.opened","timestamp":"2021-02-25T15:02:10Z","data":{"body":"¿Qué? 日本語"}}'
    const signature = new Webhook(example.secret).sign('msg_1', exampleAt, payload)
    const headers = { ...example.headers, 'webhook-id': 'msg_1', 'webhook-signature': signature }
    expect(verify({ payload: Buffer.from(payload), headers }).data).toEqual({ body: '¿Qué? 日本語' })
  })

  it.each([
    [-300, undefined],
    [-301, 'timestamp_outside_tolerance'],
    [300, undefined],
    [301, 'timestamp_outside_tolerance'],
  ])('signed %i seconds from now: %s', (seconds, code) => {
    vi.setSystemTime(exampleAt.getTime() - seconds * 1000)
    expect(codeOf(() => verify({}))).toBe(code)
  })

  it.each([
    ['a changed body', { payload: '{"test": 2432232315}' }, 'signature_mismatch'],
    ['another id', { headers: { ...example.headers, 'webhook-id': 'msg_2' } }, 'signature_mismatch'],
    ['a later moment', { headers: { ...example.headers, 'webhook-timestamp': '1614265331' } }, 'signature_mismatch'],
    ['another secret', { secret: other }, 'signature_mismatch'],
    [
      'a signature without a version',
      { headers: { ...example.headers, 'webhook-signature': 'g0hM' } },
      'signature_mismatch',
    ],
    ['no number', { headers: { ...example.headers, 'webhook-timestamp': 'now' } }, 'timestamp_outside_tolerance'],
    ['no signature', { headers: { ...example.headers, 'webhook-signature': undefined } }, 'header_missing'],
    ['two ids', { headers: { ...example.headers, 'webhook-id': ['msg_1', 'msg_2'] } }, 'header_missing'],
    ['no headers', { headers: new Headers() }, 'header_missing'],
    ['no secret', { secret: [] }, 'secret_unreadable'],
    ['an empty secret', { secret: '' }, 'secret_unreadable'],
    ['a secret that is no base64', { secret: 'whsec_ü' }, 'secret_unreadable'],
    ['a secret that is not set', { secret: undefined as unknown as string }, 'secret_unreadable'],
    ['a body that was parsed', { payload: { test: 1 } as unknown as string }, 'payload_unreadable'],
  ])('is not believed with %s', (_name, changed, code) => {
    expect(codeOf(() => verify(changed))).toBe(code)
  })

  it.each(['', 'ping', '{'])('is an event only as JSON, not as %j', (payload) => {
    const signature = new Webhook(example.secret).sign('msg_1', exampleAt, payload)
    const headers = { ...example.headers, 'webhook-id': 'msg_1', 'webhook-signature': signature }
    expect(codeOf(() => verify({ payload, headers }))).toBe('payload_unreadable')
  })
})
