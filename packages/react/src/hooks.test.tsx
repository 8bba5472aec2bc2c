import { act, type ReactNode, StrictMode, useEffect } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { type HeedFunction, HeedProvider, useHeed, useHeedEvent, useUnread } from './index.ts'
import { forget, heard, listening, tell } from './testing/fake-loader.ts'

Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: true })

const start = { apiKey: 'pk_test', host: 'https://heed.test' }

const Signup = ({ seen }: { seen: Set<HeedFunction> }) => {
  const heed = useHeed()
  seen.add(heed)
  useEffect(() => heed('track', 'signed_up'), [heed])
  return null
}

const Listening = ({ name, calls }: { name: string; calls: string[] }) => {
  useHeedEvent('response', ({ score }) => calls.push(`${name} ${score}`))
  return null
}

const Badge = () => <output>{useUnread()}</output>

let root: Root
const render = (node: ReactNode) => act(async () => root.render(node))

beforeEach(() => {
  root = createRoot(document.body.appendChild(document.createElement('div')))
})
afterEach(async () => {
  await act(async () => root.unmount())
  document.body.replaceChildren()
  forget()
})

it('give one function for all renders, which says things after the provider', async () => {
  const seen = new Set<HeedFunction>()
  const app = (name: string) => (
    <HeedProvider {...start} user={{ userId: '4711', name }}>
      <Signup seen={seen} />
    </HeedProvider>
  )

  await render(app('Lena'))
  await render(app('Lena Okafor'))

  expect(seen.size).toBe(1)
  expect(heard.slice(1, 3)).toEqual([
    ['identify', { userId: '4711', name: 'Lena' }],
    ['track', 'signed_up'],
  ])
})

it('call the listener of the latest render, once, and none after it left', async () => {
  const calls: string[] = []
  const app = (name?: string) => (
    <StrictMode>
      <HeedProvider {...start}>{name && <Listening name={name} calls={calls} />}</HeedProvider>
    </StrictMode>
  )
  await render(app('first'))
  await render(app('second'))
  const withComponent = listening()

  tell('response', { surveyId: 'srv_1', responseId: 'rsp_1', score: 9 })
  await render(app())
  tell('response', { surveyId: 'srv_1', responseId: 'rsp_1', score: 3 })

  expect(calls).toEqual(['second 9'])
  expect(listening()).toBe(withComponent - 1)
})

it('count what waits to be read, also for a component that comes later, until another person comes', async () => {
  const app = (badge: boolean, userId = '4711') => (
    <HeedProvider {...start} user={{ userId }}>
      {badge && <Badge />}
    </HeedProvider>
  )
  const shown = () => document.querySelector('output')?.textContent
  await render(app(false))
  await act(async () => tell('unread', { count: 3 }))

  await render(app(true))
  expect(shown()).toBe('3')

  await render(app(true, '4712'))
  expect(shown()).toBe('0')
})
