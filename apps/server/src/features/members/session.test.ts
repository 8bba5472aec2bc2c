import type { Session } from '@heed/contracts'
import { expect, it } from 'vitest'
import { buildApp } from '../../app.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { createMember } from './create-member.ts'
import { findMemberByEmail } from './members.queries.ts'
import { createSignInLink } from './sign-in.ts'

describeOnBothStores('signing in', (heed) => {
  const from = (remoteAddress: string) => (json: unknown) =>
    heed.call<Session>({ method: 'POST', url: '/api/session', json, remoteAddress })

  it('answers alike to a wrong password and an unknown address', async () => {
    const { email } = await heed.workspace()
    const signIn = from('10.1.0.1')

    const wrong = await signIn({ email, password: 'not it' })
    const unknown = await signIn({ email: 'nobody@acme.example', password: 'not it' })

    expect(wrong.problem).toEqual(unknown.problem)
    expect(wrong.problem).toMatchObject({ status: 401, code: 'wrong_credentials' })
  })

  it('sets a cookie that scripts cannot read and other sites do not send', async () => {
    const { email } = await heed.workspace()

    const reply = await from('10.1.0.2')({ email: ` ${email.toUpperCase()} `, password: 'a long password' })

    expect(reply.status).toBe(200)
    expect(String(reply.headers['set-cookie'])).toMatch(/^heed-session=[\w-]{43}; .*HttpOnly; SameSite=Lax/)
    expect(reply.body.member).toMatchObject({ name: 'Ada', role: 'agent' })
    expect(JSON.stringify(reply.body)).not.toContain('argon2')
  })

  it('takes a link once', async () => {
    const { email } = await heed.workspace()
    const member = await findMemberByEmail(heed.store.read, email)
    if (!member) throw new Error('no member')
    const linkToken = await createSignInLink(heed.deps, member)
    const signIn = from('10.1.0.3')

    const [first, second] = [await signIn({ linkToken }), await signIn({ linkToken })]

    expect(first.body.member.email).toBe(email)
    expect(second.problem).toMatchObject({ status: 401, code: 'sign_in_link_spent' })
  })

  it('refuses a link after a day', async () => {
    const { email } = await heed.workspace()
    const member = await findMemberByEmail(heed.store.read, email)
    if (!member) throw new Error('no member')
    const linkToken = await createSignInLink(heed.deps, member)

    heed.clock.advance('25h')

    expect((await from('10.1.0.4')({ linkToken })).problem.code).toBe('sign_in_link_spent')
  })

  it('ends with signing out, and after a week without use', async () => {
    const [{ ada }, other] = [await heed.workspace(), await heed.workspace()]
    expect((await ada.get('/session')).status).toBe(200)

    await ada.send('DELETE', '/session')
    heed.clock.advance('8d')

    expect((await ada.get('/session')).problem.code).toBe('not_signed_in')
    expect((await other.ada.get('/session')).problem.code).toBe('not_signed_in')
  })

  it('sets and ends over https a cookie that browsers take as bound to the host', async () => {
    const { email } = await heed.workspace()
    const app = await buildApp(heed.deps, {
      logLevel: 'silent',
      trustedProxies: ['127.0.0.1'],
      onlyLoopback: false,
      signUp: 'first',
    })
    const headers = { 'x-forwarded-proto': 'https' }
    const payload = { email, password: 'a long password' }

    const signedIn = await app.inject({ method: 'POST', url: '/api/session', headers, payload })
    const cookie = String(signedIn.headers['set-cookie'])
    const withCookie = { ...headers, cookie: cookie.split(';')[0] ?? '' }
    const ended = await app.inject({ method: 'DELETE', url: '/api/session', headers: withCookie })
    await app.close()

    expect(cookie).toMatch(/^__Host-heed=[\w-]{43}; .*Path=\/; HttpOnly; Secure; SameSite=Lax/)
    expect(ended.statusCode).toBe(204)
    expect(String(ended.headers['set-cookie'])).toMatch(/^__Host-heed=; .*Path=\/;.* HttpOnly; Secure; SameSite=Lax/)
  })

  it('slows down who guesses passwords', async () => {
    const { email } = await heed.workspace()
    const signIn = from('10.1.0.5')

    const statuses: number[] = []
    for (let i = 0; i < 11; i++) statuses.push((await signIn({ email, password: `guess ${i}` })).status)

    expect(statuses).toEqual([...Array(10).fill(401), 429])
    const last = await signIn({ email, password: 'a long password' })
    expect(last.problem.code).toBe('too_many_requests')
    expect(Number(last.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('lets a viewer read and not write', async () => {
    const { workspaceId, visitor } = await heed.workspace()
    const ticketId = heed.deps.newId('ticket')
    await visitor().put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: 'Help' })
    await createMember(heed.deps, workspaceId, {
      name: 'Vi',
      email: `${workspaceId}@v.example`,
      role: 'viewer',
      password: 'a long password',
    })
    const signedIn = await from('10.1.0.6')({ email: `${workspaceId}@v.example`, password: 'a long password' })
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''

    const read = await heed.call({ method: 'GET', url: `/api/tickets/${ticketId}`, headers: { cookie } })
    const write = await heed.call({
      method: 'POST',
      url: `/api/tickets/${ticketId}/messages`,
      headers: { cookie },
      json: { body: 'Hi' },
    })

    expect(read.status).toBe(200)
    expect(write.problem).toMatchObject({ status: 403, code: 'role_too_low' })
  })

  it.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sibling site', { 'sec-fetch-site': 'same-site' }],
    ['another origin, in an old browser', { origin: 'https://evil.example' }],
  ])('refuses a change that comes from %s', async (_name, headers) => {
    const reply = await heed.call({
      method: 'POST',
      url: '/api/session',
      headers,
      json: { email: 'a@b.example', password: 'x' },
    })

    expect(reply.problem).toMatchObject({ status: 403, code: 'cross_site_request' })
  })

  it('leaves no row of what has ended, but the last of whoever does not come back', async () => {
    const { email, workspaceId } = await heed.workspace()
    const { db, tables } = heed.store.read
    const rowsOf = async (table: typeof tables.sessions | typeof tables.signInLinks) =>
      (await db.select().from(table as typeof tables.sessions)).filter((row) => row.workspaceId === workspaceId)
    const member = await findMemberByEmail(heed.store.read, email)
    if (!member) throw new Error('no member')
    const signIn = from('10.1.0.77')
    await createSignInLink(heed.deps, member)
    heed.clock.advance('8d')
    expect(await rowsOf(tables.sessions)).toHaveLength(1)

    const linkToken = await createSignInLink(heed.deps, member)
    await signIn({ linkToken })
    await signIn({ email, password: 'a long password' })
    const usable = await createSignInLink(heed.deps, member)

    expect(await rowsOf(tables.sessions)).toHaveLength(2)
    expect(await rowsOf(tables.signInLinks)).toHaveLength(1)
    expect((await signIn({ linkToken: usable })).status).toBe(200)
  })
})
