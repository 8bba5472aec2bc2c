import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Runtime, SurveyConfig, VisitorKept } from './link.ts'
import type { Now } from './visit.ts'
import { startWatch } from './watch.ts'

const survey = (id: string, trigger: SurveyConfig['trigger']): SurveyConfig => ({
  id,
  kind: 'nps',
  version: 1,
  texts: {},
  trigger,
  repeatAfterDays: 90,
})

let watch: ReturnType<typeof startWatch>
let now: Now
let kept: VisitorKept
const due = vi.fn()

const started = (...surveys: SurveyConfig[]) => {
  watch = startWatch(surveys, now, () => kept, due)
  watch.look()
}
/** In how many milliseconds it is due. */
const dueIn = (one: SurveyConfig) => {
  const at = watch.dueAt(one)
  return at === undefined ? undefined : at - performance.now()
}

beforeEach(() => {
  // The page has stood for an hour, unless a test says otherwise.
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date', 'performance'] })
  vi.advanceTimersByTime(3_600_000)
  history.replaceState(null, '', '/')
  now = { unread: 0 }
  kept = {}
  due.mockReset()
})
afterEach(() => {
  watch.stop()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

it('fetches the code of a survey a little before it is due', () => {
  const one = survey('srv_1', { delayMs: 10_000 })
  started(one)
  expect(dueIn(one)).toBe(10_000)

  vi.advanceTimersByTime(5999)
  expect(due).not.toHaveBeenCalled()

  vi.advanceTimersByTime(1)
  expect(due).toHaveBeenCalledTimes(1)
})

it('says when it is due, once its code is there', () => {
  now.runtime = {} as Runtime
  started(survey('srv_1', { delayMs: 10_000 }))

  vi.advanceTimersByTime(9999)
  expect(due).not.toHaveBeenCalled()

  vi.advanceTimersByTime(1)
  expect(due).toHaveBeenCalledTimes(1)
})

it('says it of each survey once, until somebody looks', () => {
  now.runtime = {} as Runtime
  started(survey('srv_soon', { delayMs: 5000 }), survey('srv_late', { delayMs: 60_000 }))
  vi.advanceTimersByTime(5000)
  expect(due).toHaveBeenCalledTimes(1)

  vi.advanceTimersByTime(55_000)
  expect(due).toHaveBeenCalledTimes(2)
  vi.advanceTimersByTime(600_000)
  expect(due).toHaveBeenCalledTimes(2)

  watch.look()
  vi.advanceTimersByTime(0)
  expect(due.mock.calls.length).toBeGreaterThan(2)
})

it('fetches for the survey that is due first', () => {
  started(survey('srv_late', { delayMs: 60_000 }), survey('srv_soon', { delayMs: 5000 }))

  vi.advanceTimersByTime(1000)

  expect(due).toHaveBeenCalledTimes(1)
})

it('asks nobody in the first seconds of a page', () => {
  vi.spyOn(performance, 'now').mockReturnValue(200)
  const one = survey('srv_1', { delayMs: 0 })

  started(one)

  expect(dueIn(one)).toBe(2800)
})

it.each([
  ['that is refused', true, undefined, false],
  ['while something stands open', false, { panel: 'help' }, false],
  ['in a tab that nobody looks at', false, undefined, true],
] as const)(
  'fetches nothing for a survey %s, and counts its delay anew afterwards',
  (_when, isRefused, stands, hidden) => {
    const one = survey('srv_1', { delayMs: 5000 })
    started(one)
    if (isRefused) kept = { refusals: { srv_1: ['resting', 1, Date.now() + 3_600_000] } }
    now.open = stands
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(hidden)
    watch.look()
    vi.advanceTimersByTime(60_000)
    expect(dueIn(one)).toBeUndefined()
    expect(due).not.toHaveBeenCalled()

    kept = {}
    now.open = undefined
    vi.restoreAllMocks()
    watch.look()

    expect(dueIn(one)).toBe(5000)
  },
)

it('counts the delay from the event', () => {
  const one = survey('srv_1', { delayMs: 1000, event: 'invoice_sent' })
  started(one)
  vi.advanceTimersByTime(60_000)
  expect(dueIn(one)).toBeUndefined()

  watch.track('invoice_sent')
  watch.look()
  vi.advanceTimersByTime(400)

  expect(dueIn(one)).toBe(600)
})

it('waits for an event with just these properties, once for as long as the page lasts', () => {
  const one = survey('srv_1', { delayMs: 0, event: 'invoice_sent', where: { plan: 'growth', lines: 3, first: true } })
  started(one)

  watch.track('invoice_sent')
  watch.track('invoice_sent', { plan: 'growth', lines: '3', first: true })
  watch.track('invoice_paid', { plan: 'growth', lines: 3, first: true })
  expect(dueIn(one)).toBeUndefined()

  watch.track('invoice_sent', { plan: 'growth', lines: 3, first: true, client: 'Acme' })
  watch.track('invoice_sent', { plan: 'starter' })

  expect(dueIn(one)).toBe(0)
})

it('lets go of a survey whose page was left in time', () => {
  history.replaceState(null, '', '/invoices/7')
  const one = survey('srv_1', { delayMs: 5000, path: '/invoices/*' })
  started(one)
  expect(dueIn(one)).toBe(5000)

  history.replaceState(null, '', '/')
  watch.look()
  vi.advanceTimersByTime(60_000)

  expect(dueIn(one)).toBeUndefined()
  expect(due).not.toHaveBeenCalled()
})

it('waits for what watches over a trigger, and then for what it says', () => {
  const [watched, other] = [survey('srv_1', { delayMs: 0, scroll: 50 }), survey('srv_2', { delayMs: 0 })]
  started(watched, other)
  expect(dueIn(watched)).toBeUndefined()
  expect(dueIn(other)).toBe(0)

  let waits: 'waiting_for_scroll' | undefined = 'waiting_for_scroll'
  now.watching = { look() {}, stop() {}, reasonOf: () => waits }
  expect(dueIn(watched)).toBeUndefined()
  waits = undefined

  expect(dueIn(watched)).toBe(0)
})

it('waits while a panel is on its way', () => {
  const one = survey('srv_1', { delayMs: 0 })
  started(one)
  expect(dueIn(one)).toBeDefined()

  now.isOpening = true

  expect(dueIn(one)).toBeUndefined()
})
