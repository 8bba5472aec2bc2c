import { afterEach, beforeEach, vi } from 'vitest'
import * as followUp from '../panels/follow-up.ts'
import { startDeliver } from './deliver.ts'
import { carry } from './identity.ts'
import { newId } from './new-id.ts'
import { memoryStore } from './outbox-store.ts'
import { panelTransport } from './panel-transport.ts'
import { testDownloads, testLink } from './testing.ts'
import { startTransport, type Transport } from './transport.ts'

/** A transport on false time, before each test: what the server answers, which downloads come, and what was sent. */
export const testTransport = () => {
  const at = {
    transport: undefined as unknown as Transport,
    panels: undefined as unknown as ReturnType<typeof panelTransport>,
    link: undefined as unknown as ReturnType<typeof testLink>,
    answer: (_path: string): Response | Promise<Response> => new Response('{}'),
    outboxComes: true,
    secondHalfComes: true,
    /** Downloads that were asked for. */
    tries: 0,
    sent: [] as { path: string; token: string | null; body: unknown }[],
    paths: () => at.sent.map(({ path }) => path),
    settle: () => vi.advanceTimersByTimeAsync(0),
    started() {
      const store = memoryStore()
      const downloads = testDownloads({
        outbox: async () => {
          at.tries += 1
          if (!at.outboxComes) throw new TypeError('Failed to fetch dynamically imported module')
          return { startDeliver: (to, carry) => startDeliver(to, carry, store) }
        },
        identity: async () => ({ carry }),
        'follow-up': async () => {
          at.tries += 1
          if (!at.secondHalfComes) throw new TypeError('Failed to fetch dynamically imported module')
          return followUp
        },
      })
      at.transport = startTransport(at.link.link, downloads)
      at.panels = panelTransport({ link: at.link.link, downloads, transport: at.transport, newId })
    },
  }
  beforeEach(() => {
    vi.useFakeTimers()
    localStorage.clear()
    at.sent = []
    at.outboxComes = at.secondHalfComes = true
    at.tries = 0
    at.answer = () => new Response('{}')
    vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
      const path = url.replace('https://heed.test/w/pk_test/', '')
      const body = init.body === undefined ? undefined : JSON.parse(String(init.body))
      at.sent.push({ path, token: new Headers(init.headers).get('x-heed-visitor'), body })
      return at.answer(path)
    })
    at.link = testLink()
  })
  afterEach(() => {
    at.transport.stop()
    at.link.host.remove()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  return at
}
