import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SurveyConfig, VisitorKept } from '../loader/link.ts'
import { createMemory } from '../loader/memory.ts'
import { testConfig } from '../loader/testing.ts'
import { startDue } from './due.ts'
import { rememberShown } from './fatigue.ts'
import { createVisitor } from './visitor.ts'

let allowed: boolean
const memory = createMemory('pk_test', () => allowed)
const survey = (id: string): SurveyConfig => ({
  id,
  kind: 'nps',
  version: 1,
  texts: {},
  trigger: { delayMs: 0 },
  repeatAfterDays: 90,
})

let due: ReturnType<typeof startDue>
/** When each is due, as the loader says. */
let times: Record<string, number | undefined>
const show = vi.fn<(survey: SurveyConfig, due: () => boolean) => Promise<void>>()

const looked = async (...ids: string[]) => {
  for (const id of ids) times[id] ??= performance.now()
  const link = { config: testConfig(ids.map(survey)), memory, dueAt: ({ id }: SurveyConfig) => times[id] }
  due = startDue({ link, visitor: () => createVisitor(memory, ''), show })
  due.look()
  await due.settled()
}
const shown = () => show.mock.calls.map(([{ id }]) => id)
const refusals = () => (memory.get('visitor:') as VisitorKept | undefined)?.refusals

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  localStorage.clear()
  times = {}
  allowed = true
  document.body.replaceChildren()
  show.mockReset()
})
afterEach(() => {
  due.stop()
  expect(vi.getTimerCount()).toBe(0)
  vi.useRealTimers()
})

it('shows a survey that is due, and says whether it still is', async () => {
  // A timer that went off a little early.
  times = { srv_1: performance.now() + 1 }
  await looked('srv_1')

  expect(shown()).toEqual(['srv_1'])
  const [, isDue] = show.mock.calls[0] ?? []
  expect(isDue?.()).toBe(true)
  times = {}
  expect(isDue?.()).toBe(false)
})

it('asks nobody once consent was taken back, also while the server was asked', async () => {
  await looked('srv_1')
  const [, isDue] = show.mock.calls[0] ?? []
  allowed = false

  due.look()
  await due.settled()

  expect(isDue?.()).toBe(false)
  expect(show).toHaveBeenCalledTimes(1)
})

it('leaves alone what waits, and what is not due yet', async () => {
  times = { srv_soon: performance.now() + 1000 }
  await looked('srv_soon')
  times = {}
  due.look()
  await due.settled()

  expect(show).not.toHaveBeenCalled()
})

it('does not ask when another tab asked in the meantime, and tells the loader for a while', async () => {
  rememberShown(
    createMemory('pk_test', () => true),
    'srv_1',
  )

  await looked('srv_1')

  expect(show).not.toHaveBeenCalled()
  expect(refusals()).toEqual({ srv_1: ['asked_recently', 1, Date.now() + 6 * 3_600_000] })
})

it('tells the loader of every survey that rests, as soon as one was shown', async () => {
  await looked('srv_1', 'srv_2')

  due.shown('srv_1')

  expect(Object.entries(refusals() ?? {}).map(([id, [reason]]) => [id, reason])).toEqual([
    ['srv_1', 'asked_recently'],
    ['srv_2', 'resting'],
  ])
})

it('asks for one survey after the other, the most important first, until one is shown', async () => {
  show.mockImplementation(async ({ id }) => {
    // The first one may not be asked; the second one stands on the screen.
    times = id === 'srv_second' ? {} : { ...times, srv_first: undefined }
  })

  await looked('srv_first', 'srv_second', 'srv_third')

  expect(shown()).toEqual(['srv_first', 'srv_second'])
})

it('asks in one tab at a time, and not in this one what the other one asked', async () => {
  let free = () => {}
  const other = new Promise<void>((go) => {
    free = go
  })
  vi.stubGlobal('navigator', { locks: { request: (_name: string, work: () => unknown) => other.then(work) } })
  const looking = looked('srv_1')
  rememberShown(
    createMemory('pk_test', () => true),
    'srv_1',
  )

  free()
  await looking

  expect(show).not.toHaveBeenCalled()
  vi.unstubAllGlobals()
})

it('asks for the others when one fails', async () => {
  show.mockRejectedValueOnce(new TypeError('offline'))

  await looked('srv_1', 'srv_2')

  expect(shown()).toEqual(['srv_1', 'srv_2'])
})

it('never asks over an open dialog, and asks after it closed', async () => {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('open', '')
  dialog.getClientRects = () => [{}] as unknown as DOMRectList
  document.body.append(dialog)
  await looked('srv_1')
  vi.advanceTimersByTime(60_000)
  await due.settled()
  expect(show).not.toHaveBeenCalled()

  dialog.remove()
  await vi.advanceTimersByTimeAsync(3000)

  expect(shown()).toEqual(['srv_1'])
})

it.each([
  ['that says it is one', '<div role="alertdialog"></div>'],
  ['within a shadow root, which has the focus', undefined],
])('asks over no dialog %s', async (_, markup) => {
  const host = document.body.appendChild(document.createElement('div'))
  const place = markup ? host : host.attachShadow({ mode: 'open' })
  place.innerHTML = markup ?? '<dialog open><button>OK</button></dialog>'
  for (const dialog of place.children) dialog.getClientRects = () => [{}] as unknown as DOMRectList
  place.querySelector('button')?.focus()

  await looked('srv_1')
  vi.advanceTimersByTime(10_000)
  await due.settled()
  host.remove()

  expect(show).not.toHaveBeenCalled()
})
