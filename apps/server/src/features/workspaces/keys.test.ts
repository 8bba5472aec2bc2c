import type { CreatedKey, Key } from '@heed/contracts'
import { expect, it } from 'vitest'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'

describeOnBothStores('the keys of a workspace', (heed) => {
  const setUp = async () => {
    const made = await heed.workspace()
    const admin = await signInAs(heed, made.workspaceId, 'admin')
    const list = async () => (await admin.get<{ items: Key[] }>('/keys')).body.items
    return { ...made, admin, list }
  }
  const load = (key: string) => heed.app.inject({ url: `/w/${key}.js` })
  const name = (key: string, origin?: string) =>
    heed.app.inject({
      method: 'PUT',
      url: `/w/${key}/person`,
      headers: { 'x-heed-visitor': 'v'.repeat(43), ...(origin ? { origin } : {}) },
      payload: {},
    })

  it('are told whole when they are made, and never a secret one again', async () => {
    const { admin, list } = await setUp()

    const made = await admin.send<CreatedKey>('POST', '/keys', { kind: 'secret' })

    expect(made.status).toBe(201)
    expect(made.headers['cache-control']).toBe('no-store')
    expect(made.body.key).toMatch(/^sk_[\w-]{43}$/)
    const keys = await list()
    expect(keys.map(({ kind }) => kind)).toEqual(['publishable', 'secret', 'secret'])
    expect(JSON.stringify(keys)).not.toContain(made.body.key)
    const reply = await heed.call({
      method: 'POST',
      url: '/v1/identify',
      headers: { authorization: `Bearer ${made.body.key}` },
      json: { userId: 'u1' },
    })
    expect(reply.status).toBe(200)
  })

  it('are refused from the moment they are revoked', async () => {
    const { admin, keys, list } = await setUp()
    expect((await load(keys.publishable)).statusCode).toBe(200) // and is kept for five seconds
    const [publishable] = await list()

    expect((await admin.send('DELETE', `/keys/${publishable?.id}`)).status).toBe(204)

    expect((await load(keys.publishable)).json()).toMatchObject({ code: 'unknown_key' })
    expect((await name(keys.publishable)).json()).toMatchObject({ code: 'unknown_key' })
    expect((await list()).map(({ kind }) => kind)).toEqual(['secret'])
    expect((await admin.send('DELETE', `/keys/${publishable?.id}`)).problem.code).toBe('key_not_found')
  })

  it('work at once from the origins that are in the list, and from no others', async () => {
    const { admin, keys, list } = await setUp()
    const [publishable, secret] = await list()
    expect((await name(keys.publishable, 'https://new.acme.example')).statusCode).toBe(403)

    const origins = ['https://new.acme.example', 'http://localhost:*', 'https://new.acme.example']
    const changed = await admin.send<Key>('PATCH', `/keys/${publishable?.id}`, { origins })

    expect(changed.body.origins).toEqual(['https://new.acme.example', 'http://localhost:*'])
    expect((await name(keys.publishable, 'https://new.acme.example')).statusCode).toBe(204)
    expect((await name(keys.publishable, 'https://app.acme.example')).statusCode).toBe(403)
    expect((await admin.send('PATCH', `/keys/${secret?.id}`, { origins })).problem.code).toBe('key_not_found')
  })

  it('take nothing for an origin but an origin', async () => {
    const { admin } = await setUp()
    const origins = ['https://app.acme.example/', 'app.acme.example', 'https://*.acme.example', 'ftp://acme.example']

    const reply = await admin.send('POST', '/keys', { kind: 'publishable', origins })

    expect(reply.problem.errors).toEqual(
      origins.map((_, at) => ({
        field: `origins.${at}`,
        message: 'must be an origin such as https://app.example.com',
      })),
    )
  })

  it('are an agent’s to see and not to change', async () => {
    const { ada, list } = await setUp()
    const [publishable] = await list()

    expect((await ada.get<{ items: Key[] }>('/keys')).body.items).toEqual(await list())
    for (const [method, url, json] of [
      ['POST', '/keys', { kind: 'secret' }],
      ['PATCH', `/keys/${publishable?.id}`, { origins: [] }],
      ['DELETE', `/keys/${publishable?.id}`, undefined],
    ] as const)
      expect((await ada.send(method, url, json)).problem.code).toBe('role_too_low')
  })
})
