import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Runtime } from '../loader/link.ts'
import { texts as promptTexts } from '../locales/prompt/en.ts'
import { startRuntime } from './start.ts'
import { survey, testDownloads, testLink } from './testing.ts'

let test: ReturnType<typeof testLink>
let runtime: Runtime
let asked: string[]

const root = () => test.link.root
const card = () => root().querySelector<HTMLElement>('[part=prompt]')

beforeEach(() => {
  localStorage.clear()
  asked = []
  vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
    const path = url.replace('https://heed.test/w/pk_test/', '')
    asked.push(`${init?.method ?? 'GET'} ${path}`)
    return path.endsWith('/good')
      ? new Response(JSON.stringify({ ...survey, id: 'srv_draft' }))
      : new Response('{"code":"test_link_ended"}', { status: 404 })
  })
  test = testLink()
  runtime = startRuntime(
    test.link,
    promptTexts,
    testDownloads({
      trial: () => import('./trial.ts'),
      'follow-up': () => import('../panels/follow-up.ts'),
      'prompt-texts': async () => ({ texts: promptTexts }),
    }),
  )
})
afterEach(() => {
  runtime.stop()
  test.host.remove()
  vi.unstubAllGlobals()
})

it('shows the survey of a test link at once, says so, and keeps and sends nothing', async () => {
  await runtime.trial('#/invoices&heed-test=srv_draft.good')

  expect(card()?.textContent).toContain('Test: nothing is kept')
  root().querySelectorAll<HTMLElement>('[role=radio]')[9]?.click()
  await vi.waitFor(() => expect(root().querySelector('form')).not.toBeNull())
  root().querySelector('textarea')?.dispatchEvent(new Event('input'))
  root()
    .querySelector('form')
    ?.dispatchEvent(new Event('submit', { cancelable: true }))
  expect(card()?.textContent).toContain('Thank you.')
  runtime.close()

  expect(card()).toBeNull()
  expect(asked).toEqual(['GET test-surveys/good'])
  expect(test.link.memory.get('early')).toBeUndefined()
  expect(test.link.memory.get('answered')).toBeUndefined()
  expect(test.nowOpen.mock.calls).toEqual([[{ survey: 'trial' }], [undefined]])
  expect(test.emit.mock.calls.map(([event]) => event)).toEqual(['closed'])
})

it('says so where the test link has ended', async () => {
  await runtime.trial('#heed-test=srv_draft.old')

  expect(card()?.textContent).toContain('This test link has ended.')
})

it('draws a survey anew within the card that stands', async () => {
  await runtime.trial(survey)
  const before = card()

  await runtime.trial({ ...survey, texts: { en: { question: 'Another one?' } } })

  expect(card()).toBe(before)
  expect(root().querySelector('h2')?.textContent).toBe('Another one?')
  expect(root().querySelectorAll('h2')).toHaveLength(1)
  expect(card()?.textContent).not.toContain('Test:')
  expect(asked).toEqual([])
})
