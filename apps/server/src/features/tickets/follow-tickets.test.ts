import type { Key, NoNews, PersonTicketList } from '@heed/contracts'
import { expect, it, vi } from 'vitest'
import { buildApp } from '../../app.ts'
import { createDeps } from '../../deps.ts'
import { describeOnBothStores } from '../../testing/heed.ts'
import { signInAs } from '../../testing/sign-in-as.ts'
import { openedTicket } from './testing-tickets.ts'

describeOnBothStores('following one’s tickets', (heed) => {
  const opened = async () => {
    const workspace = await openedTicket(heed)
    const { maria, ada, ticketId } = workspace
    const read = async () => (await maria.get<PersonTicketList>('/tickets')).body
    const follow = (after: string, waitSeconds?: number) =>
      maria.get<PersonTicketList | NoNews>(
        `/tickets?after=${after}${waitSeconds === undefined ? '' : `&waitSeconds=${waitSeconds}`}`,
      )
    const reply = (body: string) => {
      heed.clock.advance('1m')
      return ada.send('POST', `/tickets/${ticketId}/messages`, { body })
    }
    return { ...workspace, read, follow, reply }
  }

  it('is answered with the list the moment that a member replies', async () => {
    const { read, follow, reply } = await opened()
    const { mark } = await read()
    const waits = vi.spyOn(heed.deps.waits, 'forNews')
    const held = follow(mark, 25)
    await vi.waitFor(() => expect(waits).toHaveBeenCalledOnce())

    await reply('Which month?')

    const { status, body } = await held
    expect(status).toBe(200)
    expect(body).toMatchObject({ items: [{ unread: 1, messages: [{}, { body: 'Which month?' }] }] })
    expect(body.mark).not.toBe(mark)
  })

  it('is answered no more once the key was revoked meanwhile', async () => {
    const { read, follow, reply, workspaceId } = await opened()
    const { mark } = await read()
    const waits = vi.spyOn(heed.deps.waits, 'forNews')
    const held = follow(mark, 25)
    await vi.waitFor(() => expect(waits).toHaveBeenCalledOnce())
    const admin = await signInAs(heed, workspaceId, 'admin')
    const { items } = (await admin.get<{ items: Key[] }>('/keys')).body
    const key = items.find(({ kind }) => kind === 'publishable')

    expect((await admin.send('DELETE', `/keys/${key?.id}`)).status).toBe(204)
    await reply('Which month?')

    const { status, problem } = await held
    expect([status, problem.code]).toEqual([401, 'unknown_key'])
  })

  it('is answered at once where the browser knows another state, closing among it', async () => {
    const { read, follow, reply, ada, ticketId, areaId } = await opened()
    const first = await read()
    await reply('Which month?')
    const second = await read()
    await ada.send('PUT', `/tickets/${ticketId}/closure`, { areaId })

    expect((await follow(first.mark, 25)).body).toMatchObject({ items: [{ state: 'closed' }] })
    expect((await follow(second.mark, 25)).body).toMatchObject({ items: [{ state: 'closed' }] })
    expect(new Set([first.mark, second.mark, (await read()).mark]).size).toBe(3)
  })

  it('says only that nothing is new where it is as it was', async () => {
    const { read, follow } = await opened()
    const { mark } = await read()

    expect((await follow(mark)).body).toEqual({ mark })
    expect((await follow(mark, 0)).body).toEqual({ mark })
  })

  it('waits no longer than half a minute, and knows no other words', async () => {
    const { follow, maria } = await opened()

    expect((await follow('x', 26)).problem.errors).toMatchObject([{ field: 'waitSeconds' }])
    expect((await maria.get('/tickets?since=yesterday')).status).toBe(400)
  })

  it('lets go of a browser that is gone, and keeps no server that ends waiting', async () => {
    const { read, keys, maria } = await opened()
    const { mark } = await read()
    const deps = createDeps(heed.store, heed.clock.now)
    const app = await buildApp(deps, { logLevel: 'silent', trustedProxies: [], onlyLoopback: false, signUp: 'first' })
    const waits = vi.spyOn(deps.waits, 'forNews')
    const address = await app.listen({ port: 0, host: '127.0.0.1' })
    const follow = (signal?: AbortSignal) =>
      fetch(`${address}/w/${keys.publishable}/tickets?after=${mark}&waitSeconds=25`, {
        headers: { 'x-heed-visitor': maria.token },
        ...(signal && { signal }),
      })
    const tab = new AbortController()
    const gone = follow(tab.signal).catch(() => 'gone')
    const stays = follow()
    await vi.waitFor(() => expect(waits).toHaveBeenCalledTimes(2))

    tab.abort()
    expect(await gone).toBe('gone')
    expect(await Promise.race(waits.mock.results.map(({ value }) => value))).toBe(false)
    await app.close()

    expect(await (await stays).json()).toEqual({ mark })
  })
})
