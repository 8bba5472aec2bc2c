import { expect, it, vi } from 'vitest'
import { createAsk } from './ask.ts'

const askAnybody = () =>
  createAsk(
    'https://heed.test/w/pk_test/',
    () => ({ user: '', token: () => 'token' }) as never,
    (_sender, send) => send(),
  )

/** What the server is sent when that is asked. */
const sentFor = async (body: Record<string, unknown>) => {
  const sent = vi.fn(async (_url: string, _init: RequestInit) => new Response('{}'))
  vi.stubGlobal('fetch', sent)
  await askAnybody()('person', body, { method: 'PUT' })
  return JSON.parse(String(sent.mock.calls[0]?.[1]?.body))
}

it('counts as not answered what hangs, so that nothing waits for it for ever', async () => {
  const patience = new AbortController()
  const timeout = vi.spyOn(AbortSignal, 'timeout').mockReturnValue(patience.signal)
  vi.stubGlobal(
    'fetch',
    (_url: string, { signal }: RequestInit) =>
      new Promise((_, fail) => signal?.addEventListener('abort', () => fail(signal.reason))),
  )
  const asked = askAnybody()('asks', {})
  await Promise.resolve()

  patience.abort(new DOMException('too late', 'TimeoutError'))

  expect(await asked).toEqual({ kind: 'unanswered' })
  expect(timeout).toHaveBeenCalledWith(30_000)
})

it('says nothing of what is null', async () => {
  expect(await sentFor({ userId: 'u1', name: null })).toEqual({ userId: 'u1' })
})

it('writes dates as the server reads them, whatever an old library of the host page makes of them', async () => {
  const own = Date.prototype.toJSON
  Date.prototype.toJSON = function () {
    return `"${this.toISOString()}"`
  }
  try {
    const sent = await sentFor({ createdAt: new Date('2024-02-01T00:00:00Z') })
    expect(sent).toEqual({ createdAt: '2024-02-01T00:00:00.000Z' })
  } finally {
    Date.prototype.toJSON = own
  }
})
