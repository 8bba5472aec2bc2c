import { afterEach, expect, it, vi } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'

const password = 'a long password'

describeOnBothStores('guessing a password', (heed) => {
  const signIn = async (remoteAddress: string, json: unknown) => {
    const { status, problem, headers } = await heed.call({ method: 'POST', url: '/api/session', json, remoteAddress })
    return { status, code: problem.code, retryAfter: Number(headers['retry-after']) }
  }
  /** Wrong passwords for one address, each from a network of its own. */
  let networks = 0
  const guess = async (email: string, times: number) => {
    const statuses: number[] = []
    for (let i = 0; i < times; i++) {
      networks += 1
      const from = `10.9.${networks >> 8}.${networks & 255}`
      statuses.push((await signIn(from, { email, password: `guess ${i}` })).status)
    }
    return statuses
  }
  const limited = [...Array(20).fill(401), 429]
  afterEach(() => vi.useRealTimers())

  it('gets no further with more addresses of one IPv6 network', async () => {
    const { email } = await heed.workspace()

    const statuses: number[] = []
    for (let i = 1; i <= 11; i++)
      statuses.push((await signIn(`2001:db8:7:7::${i}`, { email, password: 'a guess' })).status)

    expect(statuses).toEqual([...Array(10).fill(401), 429])
    expect((await signIn('2001:db8:7:8::1', { email, password })).status).toBe(200)
  })

  it('ends for a quarter of an hour, wherever the guesses come from', async () => {
    const { email } = await heed.workspace()
    vi.useFakeTimers({ toFake: ['Date'] })

    expect(await guess(email, 21)).toEqual(limited)

    const right = { email: ` ${email.toUpperCase()}`, password }
    const refused = await signIn('10.8.0.1', right)
    expect(refused).toMatchObject({ status: 429, code: 'too_many_requests' })
    expect(refused.retryAfter).toBeLessThanOrEqual(15 * 60)
    const other = await heed.workspace()
    expect((await signIn('10.8.0.1', { email: other.email, password })).status).toBe(200)
    vi.setSystemTime(Date.now() + 15 * 60_000)
    expect((await signIn('10.8.0.1', right)).status).toBe(200)
  })

  it('goes the same way for an address that nobody has', async () => {
    expect(await guess('nobody-at-all@acme.example', 21)).toEqual(limited)
  })

  it('keeps a member out of no network that they have signed in from', async () => {
    const { email } = await heed.workspace()
    expect((await signIn('2001:db8:9:9::1', { email, password })).status).toBe(200)

    await guess(email, 21)

    expect((await signIn('2001:db8:9:9::2', { email, password })).status).toBe(200)
    expect((await signIn('2001:db8:9:a::2', { email, password })).status).toBe(429)
  })
})
