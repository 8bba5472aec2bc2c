import type { Survey, SurveyChange } from '@heed/contracts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { ApiProblem } from '../../api.ts'
import { keptByBrowser } from '../../testing-kept.ts'
import { present } from '../segments/history.ts'
import { type DraftStore, openDraft } from './draft-store.ts'
import { definition, surveyOf } from './testing.tsx'

let held: Survey
let sent: SurveyChange[]
let fails: { code: string; status: number } | null
/** The server does what it is told, and its reply is lost. */
let losesReply: boolean
let store: DraftStore
let browser: ReturnType<typeof keptByBrowser>

const save = async (_id: string, change: SurveyChange): Promise<Survey> => {
  sent.push(change)
  if (fails) throw new ApiProblem({ ...fails, title: '' })
  if (change.basedOn !== held.updatedAt) throw new ApiProblem({ code: 'survey_changed', status: 409, title: '' })
  const { basedOn: _, ...next } = change
  held = { ...held, ...next, updatedAt: new Date(Date.parse(held.updatedAt) + 1000).toISOString() }
  if (!losesReply) return held
  losesReply = false
  throw new ApiProblem({ code: 'unreachable', status: 0, title: '' })
}
const open = () => {
  store = openDraft(held, { read: async () => held, save }, browser.open(held.id))
  return store
}
const name = (to: string) => store.edit({ ...present(store.state().history), name: to }, 'name')
const shown = () => present(store.state().history).name
const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)
const somebodyElse = () => {
  held = { ...held, name: 'Theirs', updatedAt: '2026-04-01T10:00:00.000Z' }
}

beforeEach(() => {
  vi.useFakeTimers()
  browser = keptByBrowser()
  held = surveyOf()
  sent = []
  fails = null
  losesReply = false
})
afterEach(() => {
  store.close()
  vi.useRealTimers()
})

describe('a draft', () => {
  it('saves itself once the edits rest, all of them in one', async () => {
    open()

    name('N')
    name('New')
    expect(store.state().saving).toBe('changed')
    await pass(5_000)

    expect(sent.map((change) => change.name)).toEqual(['New'])
    expect(store.state().saving).toBe('saved')
    expect(browser.works.size).toBe(0)
  })

  it('saves what was written while it was saving, on top of that', async () => {
    open()
    name('One')
    const saving = store.flush()
    name('Two')
    await saving
    await pass(5_000)

    expect(sent.map((change) => change.name)).toEqual(['One', 'Two'])
    expect(held.name).toBe('Two')
    expect(store.state().saving).toBe('saved')
  })

  it('tries again by itself while there is no connection, and loses nothing by a reload', async () => {
    open()
    fails = { code: 'unreachable', status: 0 }
    name('Written offline')
    await pass(1_000)
    expect(store.state().saving).toBe('waiting')
    store.close()

    open()
    expect(shown()).toBe('Written offline')
    fails = null
    store.resume()
    await pass(1_000)

    expect(held.name).toBe('Written offline')
    expect(store.state().saving).toBe('saved')
  })

  it('is not in the way of whoever opens it again: once closed it sends nothing by itself', async () => {
    const left = open()
    fails = { code: 'unreachable', status: 0 }
    name('Written offline')
    left.flush().catch(() => undefined)
    left.close()
    await pass(1)

    open()
    name('Written offline, and more')
    fails = null
    await pass(60_000)

    expect(sent.map((change) => change.name)).toEqual(['Written offline', 'Written offline, and more'])
    expect(store.state().saving).toBe('saved')
  })

  it('keeps what is typed while nobody is signed in, and saves it once the member is back', async () => {
    open()
    fails = { code: 'not_signed_in', status: 401 }
    name('New')
    await pass(60_000)
    expect([sent.length, store.state().saving, browser.works.size]).toEqual([1, 'signedOut', 1])
    fails = null

    store.resume()
    await pass(1)

    expect([held.name, store.state().saving]).toEqual(['New', 'saved'])
  })

  it('waits longer with each failure', async () => {
    open()
    fails = { code: 'internal', status: 500 }
    name('New')

    await pass(61_000)

    // After 0.8, 2, 4, 8, 16 and then 30 seconds.
    expect(sent.length).toBe(6)
  })

  it('knows its own change again when the reply was lost', async () => {
    open()
    losesReply = true
    name('New')
    await pass(10_000)

    expect(sent.length).toBe(2)
    expect(store.state()).toMatchObject({ saving: 'saved', error: null })
  })

  it('is refused without another try until it is changed', async () => {
    open()
    fails = { code: 'invalid_input', status: 400 }
    name('')
    await pass(60_000)
    expect(sent.length).toBe(1)
    expect(store.state().saving).toBe('refused')

    fails = null
    name('New')
    await pass(1_000)
    expect(held.name).toBe('New')
  })

  it('is saved again once the edit is taken back, without a word to the server', async () => {
    open()
    name('New')
    store.undo()
    await pass(5_000)

    expect(sent).toEqual([])
    expect(store.state().saving).toBe('saved')
    store.redo()
    await pass(5_000)
    expect(held.name).toBe('New')
  })
})

describe('when somebody else was first', () => {
  it('sends nothing more, and leaves the decision to the member', async () => {
    open()
    somebodyElse()
    name('Mine')
    await pass(60_000)
    expect(store.state().saving).toBe('conflict')
    expect(sent.length).toBe(1)
    await expect(store.flush()).rejects.toMatchObject({ code: 'survey_changed' })

    store.takeTheirs()

    expect(shown()).toBe('Theirs')
    expect(store.state().saving).toBe('saved')
    name('Mine again')
    await pass(5_000)
    expect(held.name).toBe('Mine again')
  })

  it('says so after a reload too', () => {
    open()
    name('Mine')
    store.close()
    somebodyElse()

    open()

    expect(store.state().saving).toBe('conflict')
    expect(shown()).toBe('Mine')
    store.takeTheirs()
    expect(browser.works.size).toBe(0)
  })

  it('takes theirs without a question while nothing is unsaved', () => {
    open()
    somebodyElse()

    store.adopt(held)

    expect(shown()).toBe('Theirs')
    expect(store.state().saving).toBe('saved')
  })

  it('does not go back to what was read before the last saving', async () => {
    open()
    const before = held
    name('New')
    await pass(5_000)

    store.adopt(before)

    expect(shown()).toBe('New')
  })
})

describe('a launched survey', () => {
  beforeEach(() => {
    held = surveyOf({ state: 'running' })
  })

  it('keeps its changes until they are published', async () => {
    open()
    name('New')
    await pass(60_000)
    expect(sent).toEqual([])
    expect(store.state().saving).toBe('changed')

    await store.flush()

    expect(sent).toEqual([{ ...definition, name: 'New', basedOn: '2026-03-05T10:00:00.000Z' }])
    expect(store.state().saving).toBe('saved')
  })

  it('keeps its changes when it is paused meanwhile', async () => {
    open()
    name('New')

    store.adopt({ ...held, state: 'paused' })

    expect(store.state().survey.state).toBe('paused')
    expect(shown()).toBe('New')
  })
})
