import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { SurveyConfig } from '../loader/link.ts'
import { createMemory } from '../loader/memory.ts'
import { testConfig } from '../loader/testing.ts'
import { rememberShown } from '../runtime/fatigue.ts'
import { type Known, reasonOf } from './reason.ts'

const rule = testConfig().fatigue
let allowed: boolean
const memory = createMemory('pk_test', () => allowed)

const survey = (trigger: Partial<SurveyConfig['trigger']>): SurveyConfig => ({
  id: 'srv_1',
  kind: 'nps',
  version: 1,
  texts: {},
  trigger: { delayMs: 0, ...trigger },
  repeatAfterDays: 90,
})
const reason = (trigger: Partial<SurveyConfig['trigger']>, known: Partial<Known> = {}) =>
  reasonOf(survey(trigger), rule, memory, {
    events: new Set(),
    watching: undefined,
    open: undefined,
    kept: {},
    ...known,
  })
const refused = (version: number, untilMs: number): Partial<Known> => ({
  kept: { refusals: { srv_1: ['outside_sample', version, untilMs] } },
})
const hourMs = 3_600_000

beforeEach(() => {
  localStorage.clear()
  document.body.replaceChildren()
  history.replaceState(null, '', '/')
  allowed = true
})
afterEach(() => vi.restoreAllMocks())

it.each([
  ['is due', {}, {}, 'armed'],
  ['is on the screen', {}, { open: { survey: 'srv_1' } }, 'showing'],
  ['waits for its page', { path: '/invoices/*' }, {}, 'waiting_for_page'],
  ['waits for its event', { event: 'invoice_sent' }, {}, 'waiting_for_event'],
  ['heard its event', { event: 'invoice_sent' }, { events: new Set(['srv_1']) }, 'armed'],
  ['has nothing yet that watches for its trigger', { scroll: 50 }, {}, 'loading'],
  [
    'waits for what is watched',
    { scroll: 50 },
    { watching: { look() {}, stop() {}, reasonOf: () => 'waiting_for_scroll' } },
    'waiting_for_scroll',
  ],
  ['makes room for a panel', {}, { open: { panel: 'help' } }, 'panel_open'],
  ['was refused', {}, refused(1, Date.now() + hourMs), 'outside_sample'],
  ['was refused for as long as this page lasts', {}, refused(1, performance.timeOrigin), 'outside_sample'],
  ['was refused in an earlier page', {}, refused(1, performance.timeOrigin - 1), 'armed'],
  ['was refused in another version', {}, refused(2, Date.now() + hourMs), 'armed'],
  ['was refused by a clock that is ahead', {}, refused(1, Date.now() + 365 * 24 * hourMs), 'armed'],
] satisfies [string, Partial<SurveyConfig['trigger']>, Partial<Known>, string][])(
  '%s',
  (_what, trigger, known, said) => {
    expect(reason(trigger, known)).toBe(said)
  },
)

it('says first that the browser has not rested', () => {
  rememberShown(memory, 'srv_other')

  expect(reason({ path: '/invoices/*' }, refused(1, Date.now() + hourMs))).toBe('resting')
})

it('says that nothing may be kept, that nobody looks, that a dialog stands open', () => {
  const dialog = document.createElement('dialog')
  dialog.setAttribute('open', '')
  dialog.getClientRects = () => [{}] as unknown as DOMRectList
  document.body.append(dialog)
  expect(reason({})).toBe('dialog_open')

  vi.spyOn(document, 'hidden', 'get').mockReturnValue(true)
  expect(reason({})).toBe('other_tab')

  allowed = false
  expect(reason({})).toBe('no_consent')
})
