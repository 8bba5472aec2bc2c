import { afterEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem, get, mayRetry, send } from './api.ts'
import { problemWords } from './ui/problem-words.ts'

const answer = (status: number, body: string | null, headers: Record<string, string> = {}) =>
  vi.stubGlobal(
    'fetch',
    vi.fn(async () => new Response(body, { status, headers })),
  )

const problemOf = (request: Promise<unknown>): Promise<ApiProblem> =>
  request.then(
    () => {
      throw new Error('expected a problem, got a reply')
    },
    (error: unknown) => {
      if (error instanceof ApiProblem) return error
      throw error
    },
  )

afterEach(() => vi.unstubAllGlobals())

describe('replies of the server', () => {
  it('come back as they are, and nothing from 204', async () => {
    answer(200, '{"items":[1]}')
    expect(await get('/api/areas')).toEqual({ items: [1] })

    answer(204, null)
    expect(await send('DELETE', '/api/session')).toBeUndefined()
  })

  it('are asked for with repeated parameters, and changed as JSON with a key that makes a repeat harmless', async () => {
    answer(200, '{}')

    await get('/api/tickets', [
      ['areaId', 'are_1'],
      ['areaId', 'a & b'],
    ])
    await send('POST', '/api/x', { note: true }, 'msg_1')

    expect(vi.mocked(fetch).mock.calls[0]?.[0]).toBe('/api/tickets?areaId=are_1&areaId=a+%26+b')
    expect(vi.mocked(fetch).mock.calls[1]?.[1]).toMatchObject({
      method: 'POST',
      body: '{"note":true}',
      headers: { 'content-type': 'application/json', 'idempotency-key': 'msg_1' },
    })
  })

  it('that are problems keep code, status, fields and waiting time', async () => {
    const body = { type: '/problems/x', title: 'Too many requests.', status: 429, code: 'too_many_requests' }
    answer(429, JSON.stringify({ ...body, errors: [{ field: 'limit', message: 'is too high' }] }), {
      'retry-after': '120',
    })

    const problem = await problemOf(get('/api/nps'))

    expect(problem).toMatchObject({ code: 'too_many_requests', status: 429, retryAfterSeconds: 120 })
    expect(problem.fields).toEqual([{ field: 'limit', message: 'is too high' }])
    expect(problemWords(problem)).toMatch(/Try again in 2 min/)
  })

  it('that cannot be read, or never come, are problems too', async () => {
    answer(502, '<html>Bad gateway</html>')
    const gateway = await problemOf(get('/api/nps'))
    answer(200, 'not json')
    const garbled = await problemOf(get('/api/nps'))
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new TypeError('failed')))
    const offline = await problemOf(get('/api/nps'))

    expect([gateway.code, garbled.code, offline.code]).toEqual(['bad_reply', 'bad_reply', 'unreachable'])
    expect([gateway, garbled, offline].map(mayRetry)).toEqual([true, false, true])
    expect(problemWords(offline)).toMatch(/Your data is safe/)
  })

  it('to a request that was given up are no problems', async () => {
    vi.stubGlobal('fetch', vi.fn().mockRejectedValue(new DOMException('gone', 'AbortError')))

    await expect(get('/api/nps')).rejects.toMatchObject({ name: 'AbortError' })
  })
})
