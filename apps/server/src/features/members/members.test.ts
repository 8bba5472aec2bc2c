import type { Invitation, MemberItem, Profile, Role, SignInLink, TicketDetail } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'

describeOnBothStores('the members of a workspace', (heed) => {
  const setUp = async () => {
    const made = await heed.workspace()
    const owner = await signInAs(heed, made.workspaceId, 'owner')
    const admin = await signInAs(heed, made.workspaceId, 'admin')
    const list = async () => (await owner.get<{ items: MemberItem[] }>('/members')).body.items
    const idOf = async (role: Role) => (await list()).find((member) => member.role === role)?.id ?? ''
    return { ...made, owner, admin, list, idOf }
  }
  let from = 0
  const signIn = (json: unknown) => {
    from += 1
    return heed.call({ method: 'POST', url: '/api/session', json, remoteAddress: `10.2.0.${from}` })
  }
  const callsOf = (signedIn: { headers: Record<string, unknown> }) => {
    const cookie = String(signedIn.headers['set-cookie']).split(';')[0] ?? ''
    return <T>(method: 'GET' | 'PUT' | 'PATCH' | 'DELETE', url: string, json?: unknown) =>
      heed.call<T>({ method, url: `/api${url}`, headers: { cookie }, ...(json === undefined ? {} : { json }) })
  }

  it('come by a link that signs in once within a week, and choose a password', async () => {
    const { admin, list, workspaceId } = await setUp()
    const email = `${workspaceId}@new.example`

    const invited = await admin.send<Invitation>('POST', '/members', { name: 'Nia', email, role: 'agent' })

    expect(invited.status).toBe(201)
    expect(invited.body.member).toMatchObject({ name: 'Nia', email, role: 'agent', invited: true, lastSeenAt: null })
    heed.clock.advance('6d')
    const call = callsOf(await signIn({ linkToken: invited.body.linkToken }))
    expect((await call<Profile>('GET', '/profile')).body).toMatchObject({ hasPassword: false, sessions: 1 })
    expect((await call('PUT', '/profile/password', { password: 'short' })).problem.code).toBe('invalid_input')
    expect((await call('PUT', '/profile/password', { password: 'a new password' })).status).toBe(204)
    expect((await signIn({ email, password: 'a new password' })).status).toBe(200)
    expect((await signIn({ linkToken: invited.body.linkToken })).problem.code).toBe('sign_in_link_spent')
    expect((await list()).find((member) => member.email === email)).toMatchObject({ invited: false })
  })

  it('do not come after a week, nor with an address that somebody has', async () => {
    const { admin, workspaceId, email } = await setUp()
    const given = { name: 'Nia', email: `${workspaceId}@late.example`, role: 'viewer' }
    const { linkToken } = (await admin.send<Invitation>('POST', '/members', given)).body

    expect((await admin.send('POST', '/members', given)).problem.code).toBe('email_taken')
    expect((await admin.send('POST', '/members', { ...given, email: email.toUpperCase() })).problem.code).toBe(
      'email_taken',
    )
    heed.clock.advance('8d')
    expect((await signIn({ linkToken })).problem.code).toBe('sign_in_link_spent')
  })

  it('are out at once when they are removed, and stay named on what they wrote', async () => {
    const { ada, admin, list, idOf, visitor, email, owner } = await setUp()
    const ticketId = heed.deps.newId('ticket')
    await visitor().put(`/tickets/${ticketId}`, { messageId: heed.deps.newId('message'), body: 'Help' })
    await ada.send('POST', `/tickets/${ticketId}/messages`, { body: 'Here' })

    expect((await admin.send('DELETE', `/members/${await idOf('agent')}`)).status).toBe(204)

    expect((await ada.get('/session')).problem.code).toBe('not_signed_in')
    expect((await signIn({ email, password: 'a long password' })).problem.code).toBe('wrong_credentials')
    expect((await list()).map(({ role }) => role).sort()).toEqual(['admin', 'owner'])
    const thread = (await owner.get<TicketDetail>(`/tickets/${ticketId}`)).body
    expect(thread.messages.map(({ authorName }) => authorName)).toContain('Ada')
    const again = await admin.send('POST', '/members', { name: 'Ada', email, role: 'viewer' })
    expect(again.status).toBe(201)
  })

  it('get another role, which holds with their next call', async () => {
    const { ada, admin, idOf } = await setUp()
    expect((await ada.send('POST', '/areas', { name: 'Mine' })).problem.code).toBe('role_too_low')

    await admin.send('PATCH', `/members/${await idOf('agent')}`, { role: 'admin' })

    expect((await ada.send('POST', '/areas', { name: 'Mine' })).status).toBe(201)
  })

  it('lose their password, sessions and earlier links to a new link', async () => {
    const { ada, admin, idOf, email } = await setUp()
    const path = `/members/${await idOf('agent')}/sign-in-links`
    const first = (await admin.send<SignInLink>('POST', path)).body

    const second = (await admin.send<SignInLink>('POST', path)).body

    expect((await ada.get('/session')).problem.code).toBe('not_signed_in')
    expect((await signIn({ email, password: 'a long password' })).problem.code).toBe('wrong_credentials')
    expect((await signIn({ linkToken: first.linkToken })).problem.code).toBe('sign_in_link_spent')
    expect((await signIn({ linkToken: second.linkToken })).status).toBe(200)
  })

  it('who own it are made, changed and removed by owners alone', async () => {
    const { admin, idOf, list } = await setUp()
    const [owner, agent] = [await idOf('owner'), await idOf('agent')]
    const before = await list()

    const tried = [
      await admin.send('PATCH', `/members/${owner}`, { role: 'viewer' }),
      await admin.send('DELETE', `/members/${owner}`),
      await admin.send('POST', `/members/${owner}/sign-in-links`),
      await admin.send('PATCH', `/members/${agent}`, { role: 'owner' }),
      await admin.send('POST', '/members', { name: 'X', email: `${agent}@x.example`, role: 'owner' }),
    ]

    expect(tried.map(({ problem }) => problem.code)).toEqual(Array(5).fill('role_too_low'))
    expect(await list()).toEqual(before)
  })

  it('always hold an owner who can sign in', async () => {
    const { owner, idOf, workspaceId } = await setUp()
    const first = await idOf('owner')
    await owner.send('POST', '/members', { name: 'Not here yet', email: `${workspaceId}@o.example`, role: 'owner' })

    expect((await owner.send('DELETE', `/members/${first}`)).problem.code).toBe('last_owner')
    expect((await owner.send('PATCH', `/members/${first}`, { role: 'agent' })).problem.code).toBe('last_owner')
  })

  it('give no link to the only owner in place of a password, for it may get lost', async () => {
    const { owner, idOf, workspaceId } = await setUp()
    const first = await idOf('owner')
    const json = { name: 'Second', email: `${workspaceId}@o.example`, role: 'owner' }
    const { linkToken } = (await owner.send<Invitation>('POST', '/members', json)).body

    const refused = await owner.send('POST', `/members/${first}/sign-in-links`)

    expect(refused.problem).toMatchObject({
      status: 409,
      code: 'last_owner',
      detail: expect.stringMatching(/^No other owner has a password/),
    })
    expect((await owner.get<Profile>('/profile')).body).toMatchObject({ hasPassword: true, sessions: 1 })
    const second = callsOf(await signIn({ linkToken }))
    await second('PUT', '/profile/password', { password: 'a new password' })
    expect((await owner.send('POST', `/members/${first}/sign-in-links`)).status).toBe(201)
    expect((await owner.get('/session')).problem.code).toBe('not_signed_in')
  })

  it('leave one of two owners who remove each other at once', async () => {
    const { owner, list, workspaceId } = await setUp()
    const second = await signInAs(heed, workspaceId, 'owner')
    const [a, b] = (await list()).filter(({ role }) => role === 'owner')

    const both = await Promise.all([
      owner.send('DELETE', `/members/${b?.id}`),
      second.send('DELETE', `/members/${a?.id}`),
    ])

    expect(both.map(({ status }) => status).filter((status) => status === 204)).toHaveLength(1)
    const { db, tables } = heed.store.read
    const left = await db.select().from(tables.members)
    expect(
      left.filter((row) => row.workspaceId === workspaceId && row.role === 'owner' && !row.removedAt),
    ).toHaveLength(1)
  })

  it('see each other, and change nothing below admin', async () => {
    const { ada, idOf } = await setUp()
    const admin = await idOf('admin')

    expect((await ada.get<{ items: MemberItem[] }>('/members')).body.items).toHaveLength(3)
    const tried = [
      await ada.send('POST', '/members', { name: 'X', email: 'x@x.example', role: 'viewer' }),
      await ada.send('PATCH', `/members/${admin}`, { role: 'viewer' }),
      await ada.send('DELETE', `/members/${admin}`),
      await ada.send('POST', `/members/${admin}/sign-in-links`),
    ]
    expect(tried.map(({ problem }) => problem.code)).toEqual(Array(4).fill('role_too_low'))
  })

  it('change their own name and password, which ends their other sessions', async () => {
    const { ada, email } = await setUp()
    const there = callsOf(await signIn({ email, password: 'a long password' }))
    expect((await ada.get<Profile>('/profile')).body).toMatchObject({ hasPassword: true, sessions: 2 })

    const guessed = await ada.send('PUT', '/profile/password', { current: 'a guess', password: 'another password' })
    const unknown = await ada.send('PUT', '/profile/password', { password: 'another password' })
    expect([guessed.problem.code, unknown.problem.code]).toEqual(['wrong_password', 'wrong_password'])
    const right = { current: 'a long password', password: 'another password' }
    expect((await ada.send('PUT', '/profile/password', right)).status).toBe(204)

    expect((await there('GET', '/session')).problem.code).toBe('not_signed_in')
    expect((await ada.send<Profile>('PATCH', '/profile', { name: 'Ada L.' })).body.name).toBe('Ada L.')
    expect((await signIn({ email, password: 'another password' })).status).toBe(200)
    expect((await ada.send('DELETE', '/sessions')).status).toBe(204)
    expect((await ada.get('/session')).problem.code).toBe('not_signed_in')
  })
})
