import type { SurveyReason } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Arming, startArming } from './arming.ts'
import { rememberShown } from './fatigue.ts'
import type { Open, SurveyConfig } from './link.ts'
import { createMemory } from './memory.ts'

const memory = createMemory('pk_test', () => allowed)
const survey = (id: string, trigger: SurveyConfig['trigger']): SurveyConfig => ({
  id,
  kind: 'nps',
  version: 1,
  texts: {},
  trigger,
  repeatAfterDays: 90,
})

let arming: Arming
let open: Open
let allowed = true
let refusal: SurveyReason | undefined
let waits: SurveyReason | undefined
const fatigue = { restDays: 7, laterDays: 7, mostASession: 1 }
const show = vi.fn<(survey: SurveyConfig) => void>()
const preload = vi.fn()

const armed = (...surveys: SurveyConfig[]) => {
  arming = startArming({
    surveys,
    memory,
    fatigue,
    refusalOf: () => refusal,
    waitsFor: () => waits,
    nowOpen: () => open,
    preload,
    show,
  })
  arming.evaluate()
}

beforeEach(() => {
  // The page has stood for an hour, unless a test says otherwise.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  vi.advanceTimersByTime(3_600_000)
  localStorage.clear()
  history.replaceState(null, '', '/')
  open = undefined
  allowed = true
  refusal = waits = undefined
  document.body.replaceChildren()
  show.mockReset()
  preload.mockReset()
})
afterEach(() => {
  arming.stop()
  vi.useRealTimers()
})

it('shows a survey after its delay and fetches its code a little earlier', () => {
  armed(survey('srv_1', { delayMs: 10_000 }))

  vi.advanceTimersByTime(6000)
  expect(preload).toHaveBeenCalledTimes(1)
  expect(show).not.toHaveBeenCalled()

  vi.advanceTimersByTime(4000)
  expect(show).toHaveBeenCalledTimes(1)
})

it('fetches nothing for a survey that may not be shown', () => {
  rememberShown(memory, 'srv_other')

  armed(survey('srv_1', { delayMs: 0 }))
  vi.runAllTimers()

  expect(preload).not.toHaveBeenCalled()
  expect(show).not.toHaveBeenCalled()
})

it('counts the delay from the event', () => {
  armed(survey('srv_1', { delayMs: 1000, event: 'invoice_sent' }))
  vi.advanceTimersByTime(60_000)
  expect(show).not.toHaveBeenCalled()

  arming.track('invoice_sent')
  arming.evaluate()
  vi.advanceTimersByTime(1000)

  expect(show).toHaveBeenCalledTimes(1)
})

it('lets go of a survey whose page was left in time', () => {
  history.replaceState(null, '', '/invoices/7')
  armed(survey('srv_1', { delayMs: 5000, path: '/invoices/*' }))

  vi.advanceTimersByTime(4000)
  history.replaceState(null, '', '/')
  arming.evaluate()
  vi.advanceTimersByTime(60_000)

  expect(show).not.toHaveBeenCalled()
})

it('waits while a panel stands open', () => {
  const one = survey('srv_1', { delayMs: 5000 })
  armed(one)
  open = { panel: 'help' }
  arming.evaluate()
  vi.advanceTimersByTime(60_000)
  expect(arming.reasonOf(one)).toBe('panel_open')
  expect(show).not.toHaveBeenCalled()

  open = undefined
  arming.evaluate()
  vi.advanceTimersByTime(5000)

  expect(show).toHaveBeenCalledTimes(1)
})

it('does not ask when another tab asked during the delay', () => {
  armed(survey('srv_1', { delayMs: 5000 }))
  vi.advanceTimersByTime(4000)

  rememberShown(
    createMemory('pk_test', () => allowed),
    'srv_1',
  )
  vi.advanceTimersByTime(60_000)

  expect(show).not.toHaveBeenCalled()
})

it('asks nobody in the first seconds of a page', () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  vi.spyOn(performance, 'now').mockReturnValue(200)
  armed(survey('srv_1', { delayMs: 0 }))

  vi.advanceTimersByTime(2799)
  expect(show).not.toHaveBeenCalled()

  vi.advanceTimersByTime(1)
  expect(show).toHaveBeenCalledTimes(1)
  vi.restoreAllMocks()
})

it('asks nobody of whom nothing may be kept', () => {
  allowed = false
  const one = survey('srv_1', { delayMs: 0 })
  armed(one)

  vi.advanceTimersByTime(60_000)

  expect(arming.reasonOf(one)).toBe('no_consent')
  expect(show).not.toHaveBeenCalled()
})

it('asks nobody whom the server refused, until that is over', () => {
  refusal = 'outside_sample'
  const one = survey('srv_1', { delayMs: 0 })
  armed(one)
  vi.advanceTimersByTime(60_000)
  expect(arming.reasonOf(one)).toBe('outside_sample')
  expect(show).not.toHaveBeenCalled()

  refusal = undefined
  arming.evaluate()
  vi.advanceTimersByTime(0)

  expect(show).toHaveBeenCalledTimes(1)
})

it('waits for an event with just these properties, once for as long as the page lasts', () => {
  const one = survey('srv_1', { delayMs: 0, event: 'invoice_sent', where: { plan: 'growth', lines: 3, first: true } })
  armed(one)

  arming.track('invoice_sent')
  arming.track('invoice_sent', { plan: 'growth', lines: '3', first: true })
  arming.track('invoice_paid', { plan: 'growth', lines: 3, first: true })
  expect(arming.reasonOf(one)).toBe('waiting_for_event')

  arming.track('invoice_sent', { plan: 'growth', lines: 3, first: true, client: 'Acme' })
  arming.track('invoice_sent', { plan: 'starter' })

  expect(arming.reasonOf(one)).toBe('armed')
})

it('says what a watched trigger waits for, and asks nothing of what watches for others', () => {
  waits = 'waiting_for_scroll'
  const [watched, other] = [survey('srv_1', { delayMs: 0, scroll: 50 }), survey('srv_2', { delayMs: 0 })]
  armed(watched, other)

  expect(arming.reasonOf(watched)).toBe('waiting_for_scroll')
  expect(arming.reasonOf(other)).toBe('armed')
})

it('lets the first of the surveys that are due at once go first', () => {
  armed(survey('srv_important', { delayMs: 1000 }), survey('srv_other', { delayMs: 1000 }))

  vi.advanceTimersByTime(1000)

  expect(show.mock.calls.map(([{ id }]) => id)).toEqual(['srv_important', 'srv_other'])
})

it('never asks over an open dialog, and asks after it closed', () => {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('open', '')
  dialog.getClientRects = () => [{}] as unknown as DOMRectList
  document.body.append(dialog)
  const one = survey('srv_1', { delayMs: 5000 })
  armed(one)
  expect(arming.reasonOf(one)).toBe('dialog_open')
  vi.advanceTimersByTime(60_000)
  expect(show).not.toHaveBeenCalled()

  dialog.remove()
  vi.advanceTimersByTime(5000)

  expect(show).toHaveBeenCalledTimes(1)
})

it('asks only in the tab that is looked at', () => {
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  const one = survey('srv_1', { delayMs: 0 })
  armed(one)

  vi.advanceTimersByTime(60_000)

  expect(arming.reasonOf(one)).toBe('other_tab')
  expect(show).not.toHaveBeenCalled()
  vi.restoreAllMocks()
})
