import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createMemory } from '../loader/memory.ts'
import { carry } from './identity.ts'
import { newId } from './new-id.ts'
import { panelTransport } from './panel-transport.ts'
import { testDownloads, testLink } from './testing.ts'
import { startTransport, type Transport } from './transport.ts'

let link: ReturnType<typeof testLink>
let transport: Transport
let sent: { path: string; token: string | null }[]

const token = expect.stringMatching(/^[\w-]{43}$/)

/** @param consented whether anything may be kept in the browser */
const started = (consented: boolean) => {
  link.link.memory = createMemory('pk_test', () => consented)
  const downloads = testDownloads({ identity: async () => ({ carry }) })
  transport = startTransport(link.link, downloads)
  return panelTransport({ link: link.link, downloads, transport, newId })
}

beforeEach(() => {
  localStorage.clear()
  sent = []
  vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
    const path = url.replace('https://heed.test/w/pk_test/', '')
    sent.push({ path, token: new Headers(init.headers).get('x-heed-visitor') })
    return new Response('{"items":[]}')
  })
  link = testLink()
})
afterEach(() => {
  transport.stop()
  link.host.remove()
  vi.unstubAllGlobals()
})

it('reads and looks for help as the visitor, so that articles for few are found', async () => {
  const { ask } = started(true)

  await ask('suggestions', { text: '' })
  await ask('articles/art_1')

  expect(sent).toEqual([
    { path: 'suggestions', token },
    { path: 'articles/art_1', token },
  ])
})

it('makes no token for reading before there is consent, and begins no request', async () => {
  const { ask, newRequestId } = started(false)

  await ask('suggestions', { text: 'My export is empty' })
  await ask('articles/art_1')

  expect(sent.map((each) => each.token)).toEqual(['', ''])
  expect(newRequestId()).toBeUndefined()
  expect(transport.visitor().kept().token).toBeUndefined()
})

it('reads as the visitor all the same once that visitor said something', async () => {
  const { ask } = started(false)
  await ask('tickets')

  await ask('articles/art_1')

  expect(sent[1]).toEqual({ path: 'articles/art_1', token: sent[0]?.token })
})

it('says who wants help before the first suggestions of a request, once a page', async () => {
  link.said.claim = { userId: 'u1' }
  const { ask, newRequestId } = started(true)
  const [first, second] = [newRequestId(), newRequestId()]

  for (const requestId of [first, first, second]) await ask('suggestions', { text: 'My export is empty', requestId })
  await ask('articles/art_1')

  expect(first).toMatch(/^req_[0-9a-z]{21}$/)
  expect(sent.map(({ path }) => path)).toEqual([
    'person',
    'suggestions',
    'suggestions',
    'suggestions',
    'articles/art_1',
  ])
})

it('looks for what is new from the first vote on', async () => {
  const { send } = started(true)
  await send('deflections/dfl_1', {})
  expect(transport.visitor().kept().tickets).toBeUndefined()

  await send('ideas/ide_1/vote', { voted: true })

  expect(transport.visitor().kept().tickets).toBe(true)
})
