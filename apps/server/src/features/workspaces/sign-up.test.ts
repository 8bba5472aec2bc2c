import type { Session, SignUpState } from '@heed/contracts'
import { expect, it } from 'vitest'
import { buildApp } from '../../app.ts'
import { describeOnBothStores, type Heed } from '../../testing/heed.ts'
import { findMemberByEmail } from '../members/members.queries.ts'
import { createWorkspace } from './create-workspace.ts'
import { listKeys } from './keys.queries.ts'
import { removeWorkspace } from './workspaces.queries.ts'

const wanted = {
  workspaceName: 'Quayside',
  name: 'Ida Sol',
  email: 'Ida@quayside.example',
  password: 'ten letters',
  currency: 'USD',
  defaultLocale: 'de',
}

/** A server of its own rule on the same store. */
const serverWith = async (heed: Heed, signUp: 'first' | 'open' | 'closed') => {
  const app = await buildApp(heed.deps, { logLevel: 'silent', trustedProxies: [], onlyLoopback: false, signUp })
  return {
    close: () => app.close(),
    state: async () => (await app.inject({ url: '/api/sign-up' })).json<SignUpState>(),
    signUp: (given: object = {}, headers: Record<string, string> = {}) =>
      app.inject({ method: 'POST', url: '/api/workspaces', headers, payload: { ...wanted, ...given } }),
  }
}

const emptyStore = ({ store }: Heed) =>
  store.write(async (tx) => {
    const all = await tx.db.select({ id: tx.tables.workspaces.id }).from(tx.tables.workspaces)
    for (const { id } of all) await removeWorkspace(tx, id)
  })

describeOnBothStores('making a workspace of one’s own', (heed) => {
  it('makes it with its owner and keys, and signs in', async () => {
    await emptyStore(heed)
    const server = await serverWith(heed, 'first')
    expect(await server.state()).toEqual({ open: true, first: true })

    const made = await server.signUp()

    expect(made.statusCode).toBe(201)
    const { member, workspace } = made.json<Session>()
    expect(member).toMatchObject({ name: 'Ida Sol', email: 'ida@quayside.example', role: 'owner' })
    expect(workspace).toMatchObject({ name: 'Quayside', currency: 'USD', sample: false })
    const cookie = String(made.headers['set-cookie']).split(';')[0] ?? ''
    expect(String(made.headers['set-cookie'])).toContain('HttpOnly; SameSite=Lax')
    const session = await heed.call<Session>({ method: 'GET', url: '/api/session', headers: { cookie } })
    expect(session.body.member.id).toBe(member.id)
    const keys = await listKeys(heed.store.read, workspace.id)
    expect(keys.map(({ kind }) => kind)).toEqual(['publishable', 'secret'])
    const config = await heed.app.inject({ url: `/w/${keys[0]?.hint}.js` })
    expect(config.body).toContain('"defaultLocale":"de"')
    await server.close()
  })

  it('is over with the first, but for the sample', async () => {
    await emptyStore(heed)
    await createWorkspace(heed.deps, { name: 'Northbank', currency: 'EUR', sample: true, origins: [] })
    const server = await serverWith(heed, 'first')
    expect(await server.state()).toEqual({ open: true, first: false })

    expect((await server.signUp()).statusCode).toBe(201)

    expect(await server.state()).toEqual({ open: false, first: false })
    const second = await server.signUp({ email: 'second@quayside.example' })
    expect(second.json()).toMatchObject({ status: 403, code: 'sign_up_closed' })
    await server.close()
  })

  it('lets one of two at once be the first', async () => {
    await emptyStore(heed)
    const server = await serverWith(heed, 'first')

    const both = await Promise.all([server.signUp(), server.signUp({ email: 'other@quayside.example' })])

    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([201, 403])
    const { db, tables } = heed.store.read
    expect(await db.select().from(tables.workspaces)).toHaveLength(1)
    expect(await db.select().from(tables.members)).toHaveLength(1)
    await server.close()
  })

  it('is for anybody, or for nobody, where the server is told so', async () => {
    await emptyStore(heed)
    const [closed, open] = [await serverWith(heed, 'closed'), await serverWith(heed, 'open')]
    expect(await closed.state()).toEqual({ open: false, first: true })
    expect((await closed.signUp()).json()).toMatchObject({ code: 'sign_up_closed' })
    expect(await findMemberByEmail(heed.store.read, wanted.email)).toBeUndefined()

    expect((await open.signUp()).statusCode).toBe(201)
    expect((await open.signUp({ email: 'more@quayside.example' })).statusCode).toBe(201)

    expect((await open.signUp()).json()).toMatchObject({ status: 409, code: 'email_taken' })
    const { db, tables } = heed.store.read
    expect(await db.select().from(tables.workspaces)).toHaveLength(2)
    await Promise.all([closed.close(), open.close()])
  })

  it('says which fields are wrong, and hears no other site', async () => {
    const server = await serverWith(heed, 'open')

    const wrong = await server.signUp({ password: 'too short', currency: 'dollars', email: 'ida', name: ' ' })
    const elsewhere = await server.signUp({}, { 'sec-fetch-site': 'cross-site' })

    const fields = wrong.json<{ errors: { field: string }[] }>().errors.map(({ field }) => field)
    expect(fields.sort()).toEqual(['currency', 'email', 'name', 'password'])
    expect(elsewhere.json()).toMatchObject({ code: 'cross_site_request' })
    await server.close()
  })
})
