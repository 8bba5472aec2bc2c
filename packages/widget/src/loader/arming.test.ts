import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Arming, startArming } from './arming.ts'
import { rememberShown } from './fatigue.ts'
import type { Open, SurveyConfig } from './link.ts'
import { createMemory } from './memory.ts'

const memory = createMemory('pk_test')
const survey = (id: string, trigger: SurveyConfig['trigger']): SurveyConfig => ({
  id,
  kind: 'nps',
  texts: {},
  trigger,
  repeatAfterDays: 90,
})

let arming: Arming
let open: Open
const show = vi.fn<(survey: SurveyConfig) => void>()
const preload = vi.fn()

const armed = (...surveys: SurveyConfig[]) => {
  arming = startArming({ surveys, memory, nowOpen: () => open, preload, show })
  arming.evaluate()
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  history.replaceState(null, '', '/')
  open = undefined
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
  armed(survey('srv_1', { delayMs: 5000 }))
  open = { panel: 'help' }
  arming.evaluate()
  vi.advanceTimersByTime(60_000)
  expect(arming.reasons()).toEqual({ srv_1: 'panel_open' })
  expect(show).not.toHaveBeenCalled()

  open = undefined
  arming.evaluate()
  vi.advanceTimersByTime(5000)

  expect(show).toHaveBeenCalledTimes(1)
})

it('does not ask when another tab asked during the delay', () => {
  armed(survey('srv_1', { delayMs: 5000 }))
  vi.advanceTimersByTime(4000)

  rememberShown(createMemory('pk_test'), 'srv_1')
  vi.advanceTimersByTime(60_000)

  expect(show).not.toHaveBeenCalled()
})
