import { afterEach, beforeEach, vi } from 'vitest'
import { createHeed, type HeedFault, type HeedOptions, type SentMessage } from '../index.ts'

export type Sent = { at: number; address: string; authorization: string; bytes: number; batch: SentMessage[] }
type Answer = (sent: Sent, signal: AbortSignal) => Response | Promise<Response>

const json = (status: number, body: unknown, headers: Record<string, string> = {}) =>
  new Response(JSON.stringify(body), { status, headers })

/** A Heed behind a `fetch`, which stores each messageId once and answers as a test has said. */
export const fakeHeed = (first: Answer[] = []) => {
  const answers = [...first]
  const requests: Sent[] = []
  const stored = new Map<string, SentMessage>()

  const store: Answer = ({ batch }) => {
    const results = batch.map((message) => {
      const repeated = stored.has(message.messageId)
      if (!repeated) stored.set(message.messageId, message)
      return { messageId: message.messageId, stored: repeated ? 'repeated' : 'stored', warnings: [] }
    })
    return json(200, { success: true, results })
  }

  const answer = async (address: unknown, { headers, body, signal }: RequestInit = {}) => {
    const text = String(body)
    const sent = {
      at: Date.now(),
      address: String(address),
      authorization: new Headers(headers).get('authorization') ?? '',
      bytes: Buffer.byteLength(text),
      batch: JSON.parse(text).batch as SentMessage[],
    }
    requests.push(sent)
    if (!signal) throw new Error('a request without an end')
    return (answers.shift() ?? store)(sent, signal)
  }

  return {
    requests,
    fetch: answer as typeof fetch,
    /** What comes instead of the ordinary answer, one request after the other. */
    answers,
    stored: () => [...stored.values()],
    store,
    events: () => [...stored.values()].map(({ event }) => event),
    /** Stores, but the answer gets lost. */
    lost: ((sent, signal) => {
      store(sent, signal)
      throw new TypeError('fetch failed')
    }) satisfies Answer,
  }
}

export const offline: Answer = () => {
  throw new TypeError('fetch failed')
}

/** Never answers; ends when the request is given up. */
export const silent: Answer = (_sent, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener('abort', () => reject(signal.reason)))

export const answering =
  (status: number, body: unknown = {}, headers: Record<string, string> = {}): Answer =>
  () =>
    json(status, body, headers)

/** A result for each message, in their order. */
export const resulting =
  (resultOf: (message: SentMessage) => object): Answer =>
  ({ batch }) =>
    json(200, {
      success: true,
      results: batch.map((each) => ({ messageId: each.messageId, stored: 'stored', warnings: [], ...resultOf(each) })),
    })

/** A host that speaks to a fake Heed, and what it is told. */
export const hostOf = (server: ReturnType<typeof fakeHeed>, options: Partial<HeedOptions> = {}) => {
  const faults: HeedFault[] = []
  const heed = createHeed({
    secretKey: 'sk_test',
    host: 'https://heed.example.com',
    fetch: server.fetch,
    onError: (fault) => faults.push(fault),
    ...options,
  })
  return { heed, faults, codes: () => faults.map(({ code }) => code) }
}

/** Time passes only when a test says so. */
export const stopTime = () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: new Date('2026-03-02T10:00:00.000Z') })
  })
  afterEach(() => {
    vi.restoreAllMocks()
    vi.useRealTimers()
  })
}

export const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
