import { heed } from '@heed/widget'
import { act, type ReactNode, StrictMode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { HeedProvider, type HeedProviderProps, useHeedEvent } from './index.ts'
import { forget, heard, imported, tell } from './testing/fake-loader.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const start = { apiKey: 'pk_test', host: 'https://heed.test' }
const address = 'https://heed.test/w/pk_test.js'
const lena = { userId: '4711', name: 'Lena Okafor' }

const Listening = ({ onTicket }: { onTicket(detail: { ticketId: string }): void }) => {
  useHeedEvent('ticket', onTicket)
  return null
}

let root: Root
const render = (node: ReactNode) => act(async () => root.render(node))
const provider = (props: Partial<HeedProviderProps> = {}) => <HeedProvider {...start} {...props} />
const widgets = () => document.querySelectorAll('heed-widget').length

beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  forget()
})

describe('the provider', () => {
  it('starts the widget with its settings', async () => {
    await render(provider({ position: 'bottom-left', theme: 'dark' }))

    expect(heard).toEqual([['start', address, { position: 'bottom-left', theme: 'dark' }]])
  })

  it('starts once, and leaves one widget, in Strict Mode', async () => {
    // Said outside of React: a stop in between would forget it.
    heed('track', 'opened_app')

    await render(<StrictMode>{provider()}</StrictMode>)

    expect(imported).toHaveLength(1)
    expect(widgets()).toBe(1)
    expect(heard.slice(1)).toEqual([['track', 'opened_app']])
  })

  it('draws the app all the same where what is said of the user cannot be written down', async () => {
    const warned = vi.spyOn(console, 'warn').mockReturnValue()
    const user = { userId: '4711', traits: { id: 10n } } as unknown as HeedProviderProps['user']

    await render(provider({ user, children: <p>The app</p> }))

    expect(document.querySelector('p')?.textContent).toBe('The app')
    expect(heard).toEqual([['start', address, {}]])
    expect(warned).toHaveBeenCalledTimes(1)
    warned.mockRestore()
  })

  it('stops the widget when it goes', async () => {
    await render(provider({ user: lena }))

    await render(null)

    expect(heard.at(-1)).toEqual(['stop'])
    expect(widgets()).toBe(0)
    expect('heed' in window).toBe(false)
  })

  it('keeps the widget when another takes its place', async () => {
    await render(<HeedProvider key="one" {...start} />)

    await render(<HeedProvider key="two" {...start} />)

    expect(imported).toHaveLength(1)
    expect(widgets()).toBe(1)
  })

  it('says who the person is, and again only when that changed by value', async () => {
    await render(provider({ user: { ...lena }, account: { accountId: 'acme' } }))
    await render(provider({ user: { ...lena }, account: { accountId: 'acme' } }))
    await render(provider({ user: { ...lena }, account: { accountId: 'acme', plan: 'growth' } }))

    expect(heard.slice(1)).toEqual([
      ['identify', { ...lena, account: { accountId: 'acme' } }],
      ['identify', { ...lena, account: { accountId: 'acme', plan: 'growth' } }],
    ])
  })

  it('hands on what fetches a token: the newest, without saying again who the person is', async () => {
    const signed = (token: string) => provider({ user: { userId: '4711', token: async () => token } })
    await render(signed('one'))
    await render(signed('two'))

    expect(heard.slice(1)).toEqual([['identify', { userId: '4711', token: expect.any(Function) }]])
    const [, claim] = heard[1] as [string, { token(): Promise<string> }]
    expect(await claim.token()).toBe('two')
  })

  it('says another token of the same person', async () => {
    await render(provider({ user: { token: 'one' } }))
    await render(provider({ user: { token: 'two' } }))

    expect(heard.slice(1)).toEqual([
      ['identify', { token: 'one' }],
      ['identify', { token: 'two' }],
    ])
  })

  it('says the account alone while nobody is named', async () => {
    await render(provider({ account: { accountId: 'acme' } }))

    expect(heard.slice(1)).toEqual([['account', { accountId: 'acme' }]])
  })

  it('takes null for signed out, and undefined for not known now', async () => {
    await render(provider({ user: lena, launcher: true }))
    await render(provider({ user: undefined, launcher: true }))
    expect(heard.slice(1)).toEqual([['identify', lena]])

    await render(provider({ user: null, launcher: true }))

    expect(heard.slice(2)).toEqual([['reset'], ['set', { launcher: true }]])
  })

  it('resets nothing when nobody had signed in', async () => {
    await render(provider({ user: null }))

    expect(heard.slice(1)).toEqual([])
  })

  it('passes on settings that changed', async () => {
    await render(provider({ theme: 'light' }))
    await render(provider({ theme: 'light' }))
    await render(provider({ theme: 'dark' }))

    expect(heard.slice(1)).toEqual([['set', { theme: 'dark' }]])
  })

  it('brings another widget in place of the first for another key, which hears the person and the listeners too', async () => {
    const onTicket = vi.fn()
    const app = (apiKey: string) => (
      <HeedProvider {...start} apiKey={apiKey} user={lena}>
        <Listening onTicket={onTicket} />
      </HeedProvider>
    )
    await render(app('pk_one'))
    await render(app('pk_two'))

    expect(heard).toEqual([
      ['start', 'https://heed.test/w/pk_one.js', {}],
      ['identify', lena],
      ['stop'],
      ['start', 'https://heed.test/w/pk_two.js', {}],
      ['identify', lena],
    ])
    tell('ticket', { ticketId: 'tkt_1' })
    expect(onTicket).toHaveBeenCalledOnce()
    expect(widgets()).toBe(1)
  })
})
