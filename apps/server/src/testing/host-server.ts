import type { Heed } from './heed.ts'

/** `unsent`: the request never arrives. `lost`: it does, and its answer gets lost. The others answer for the server. */
export const networkFaults = ['unsent', 'lost', 'busy', 'broken'] as const
export type NetworkFault = (typeof networkFaults)[number]

/** The `fetch` of a host's server, which ends in the app; request after request fails as a test has said. */
export const networkTo = (heed: Heed, faults: readonly (NetworkFault | null)[] = []) => {
  const failing = [...faults]
  let requests = 0
  const reach = async (address: unknown, { headers, body }: RequestInit = {}): Promise<Response> => {
    requests += 1
    const fault = failing.shift()
    if (fault === 'unsent') throw new TypeError('fetch failed')
    if (fault === 'busy') return new Response('', { status: 429, headers: { 'retry-after': '1' } })
    if (fault === 'broken') return new Response('<h1>Bad gateway</h1>', { status: 502 })
    const reply = await heed.app.inject({
      method: 'POST',
      url: new URL(String(address)).pathname,
      headers: Object.fromEntries(new Headers(headers)),
      payload: String(body),
    })
    if (fault === 'lost') throw new TypeError('fetch failed')
    return new Response(reply.body, { status: reply.statusCode })
  }
  return { fetch: reach as typeof fetch, requests: () => requests }
}
