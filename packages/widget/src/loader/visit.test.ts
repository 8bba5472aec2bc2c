import type { Panel } from '@heed/contracts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Rooms } from '../runtime/rooms.ts'
import type { Link, Runtime, RuntimeModule } from './link.ts'
import { createMemory } from './memory.ts'
import { testConfig } from './testing.ts'
import { startVisit, type Visit } from './visit.ts'

/** What happened, with the language of the runtime that did it. */
let seen: string[]
let settle: () => void
/** Lets the rooms of a runtime come. */
let bring: Record<string, () => void>
let locale: string
let visit: Visit
let fetched: string[]
let emit: ReturnType<typeof vi.fn<Link['emit']>>
/** What its rooms do besides opening panels. */
let rooms: Partial<Rooms>

/** A runtime that draws nothing: its rooms come when the test brings them, and a stopped one opens nothing. */
const runtimeOf = (language: string, { nowOpen }: Link): Runtime => {
  let stopped = false
  const come = new Promise<void>((brought) => {
    bring[language] = brought
  })
  const open = async (panel: Panel, wanted = () => true) => {
    if (stopped || !wanted()) return
    seen.push(`${language}: ${panel}`)
    nowOpen({ panel })
  }
  return {
    rooms: async () => {
      await come
      return { open, ...rooms } as Rooms
    },
    survey: async (surveyId, wanted) => {
      await come
      if (!stopped && wanted()) seen.push(`${language}: ${surveyId}`)
    },
    settled: () => new Promise<void>((settled) => (settle = settled)),
    stop: () => (stopped = true),
    refresh() {},
    close() {},
  } satisfies Partial<Runtime> as Partial<Runtime> as Runtime
}

const config = testConfig()
const begin = (given: { runtime?: (language: string) => Promise<void>; isBusy?: boolean } = {}) => {
  visit = startVisit({
    config,
    scriptUrl: 'https://heed.test/w/pk_test.js',
    fetchModule: async <Module>(file: string) => {
      const language = file.split('.')[1] ?? ''
      fetched.push(file)
      await given.runtime?.(language)
      return { start: (link) => runtimeOf(language, link) } satisfies RuntimeModule as Module
    },
    memory: createMemory(config.key, () => true),
    emit,
    claim: () => ({}),
    settings: () => ({ locale }),
  })
  if (!given.isBusy) vi.advanceTimersByTime(300)
}
const speak = (language: string) => {
  locale = language
  visit.wishes?.speak()
}
const tab = () => visit.launcher.root.querySelector('[part=tab]')
/** One thing after the other, each once all is done that followed from the one before. */
const inTurn = async (...steps: (() => unknown)[]) => {
  for (const step of steps) {
    step()
    await vi.advanceTimersByTimeAsync(0)
  }
}

beforeEach(() => {
  vi.useFakeTimers()
  localStorage.clear()
  seen = []
  fetched = []
  emit = vi.fn<Link['emit']>()
  bring = {}
  rooms = {}
  locale = 'en'
})
afterEach(() => {
  visit.stop()
  vi.useRealTimers()
})

it('stands in the page before a panel opens that was wished for while the page was busy', async () => {
  begin({ isBusy: true })
  expect(visit.launcher.element.isConnected).toBe(false)
  let stood: boolean | undefined

  await inTurn(
    () =>
      visit.wish().whenLoaded(() => {
        stood = visit.launcher.element.isConnected
      }),
    () => vi.advanceTimersByTime(300),
  )

  expect(stood).toBe(true)
  expect(tab()?.textContent).toBe('Feedback')
  expect(emit.mock.calls.filter(([event]) => event === 'ready')).toHaveLength(1)
})

it('opens a panel again in another language', async () => {
  begin()
  await inTurn(
    () => visit.wish().open('ticket'),
    () => bring.en?.(),
    () => speak('de'),
    () => settle(),
    () => bring.de?.(),
  )

  expect(seen).toEqual(['en: ticket', 'de: ticket'])
})

it('opens the panel that is wished for in the moment of another language, and not the one that stood before', async () => {
  begin()
  await inTurn(
    () => visit.wish().open('ticket'),
    () => bring.en?.(),
    () => {
      speak('de')
      visit.wish().open('ideas')
      settle()
    },
    () => bring.de?.(),
  )

  expect(seen).toEqual(['en: ticket', 'de: ideas'])
})

it.each([
  ['a panel', () => visit.wish().open('ticket'), 'ticket'],
  ['a survey', () => visit.wish().survey('srv_1'), 'srv_1'],
])('shows %s whose parts were on their way, in the language chosen since', async (_, wish, shown) => {
  begin()
  await inTurn(
    wish,
    () => speak('de'),
    () => settle(),
    () => bring.en?.(),
    () => bring.de?.(),
  )

  expect(seen).toEqual([`de: ${shown}`])
})

it('opens a panel that was wished for while the runtime of another language was on its way', async () => {
  let come = () => {}
  begin({
    runtime: (language) => (language === 'en' ? new Promise((came) => (come = came)) : Promise.resolve()),
  })
  await inTurn(
    () => visit.wish().open('ticket'),
    () => speak('de'),
    () => come(),
    () => bring.de?.(),
  )

  expect(seen).toEqual(['de: ticket'])
})

it.each([
  ['a panel', () => visit.wish().open('ticket')],
  ['a survey', () => visit.wish().survey('srv_1')],
])('does not show %s whose parts were on their way when it was closed', async (_, wish) => {
  begin()
  await inTurn(
    wish,
    () => visit.wish().close(),
    () => bring.en?.(),
  )

  expect(seen).toEqual([])
  expect(tab()?.getAttribute('aria-busy')).toBe('false')
})

it('tries again what did not come in the language chosen since', async () => {
  begin({ runtime: (language) => (language === 'en' ? Promise.reject(new Error('offline')) : Promise.resolve()) })
  await inTurn(
    () => visit.wish().open('ticket'),
    () => speak('de'),
    () => visit.wish().open('ticket'),
    () => bring.de?.(),
  )

  expect(fetched).toEqual(['runtime.en.js', 'runtime.de.js?1'])
  expect(seen).toEqual(['de: ticket'])
})

it('says nothing of a panel that did not come, once it is not wanted any more', async () => {
  let fail = (_: Error) => {}
  begin({
    runtime: () =>
      new Promise((_, failed) => {
        fail = failed
      }),
  })
  await inTurn(
    () => visit.wish().open('ticket'),
    () => {
      visit.wish().close()
      fail(new Error('offline'))
    },
  )

  expect(emit).not.toHaveBeenCalledWith('error', expect.anything())
  expect(tab()?.textContent).toBe('Feedback')
})

it('begins nothing in another language that was chosen in the moment of a reset', async () => {
  begin()
  await inTurn(
    () => visit.wish().open('ticket'),
    () => bring.en?.(),
    () => {
      speak('de')
      visit.stop()
      settle()
    },
  )
  const place = document.createElement('heed-help')
  await inTurn(() => document.body.append(place))

  expect(seen).toEqual(['en: ticket'])
  expect(fetched).toEqual(['runtime.en.js'])
  place.remove()
})

it('comes back to an element of the host page whose code did not come, until it is there or the element has gone', async () => {
  const placed = vi.fn<Rooms['place']>()
  let isDown = true
  rooms = { place: placed }
  begin({ runtime: () => (isDown ? Promise.reject(new Error('down')) : Promise.resolve()) })
  const element = document.body.appendChild(document.createElement('div'))
  await inTurn(() => visit.wish().place(element))
  await vi.advanceTimersByTimeAsync(10_000)
  expect(fetched).toEqual(['runtime.en.js', 'runtime.en.js?1'])

  isDown = false
  await vi.advanceTimersByTimeAsync(10_000)
  await inTurn(() => bring.en?.())
  await vi.advanceTimersByTimeAsync(60_000)
  expect(placed.mock.calls).toEqual([[element]])

  placed.mockRejectedValue(new Error('down'))
  await inTurn(() => visit.wish().place(element))
  element.remove()
  await vi.advanceTimersByTimeAsync(60_000)
  expect(placed).toHaveBeenCalledTimes(2)
})

it('asks for nothing once it is over, also for an element that it would come back to', async () => {
  begin({ runtime: () => Promise.reject(new Error('down')) })
  const element = document.body.appendChild(document.createElement('div'))
  await inTurn(() => visit.wish().place(element))

  visit.stop()
  await vi.advanceTimersByTimeAsync(60_000)

  expect(fetched).toEqual(['runtime.en.js'])
  element.remove()
})

it('asks under its own address for a language that is chosen while another one is on its way', async () => {
  let come = () => {}
  begin({
    runtime: (language) => (language === 'en' ? new Promise((came) => (come = came)) : Promise.resolve()),
  })
  await inTurn(
    () => visit.wish().open('ticket'),
    () => speak('de'),
    () => visit.wish().open('ideas'),
    () => come(),
  )

  expect(fetched).toEqual(['runtime.en.js', 'runtime.de.js'])
})

it('draws everything anew for the next person, and opens nothing that stood for the one before', async () => {
  begin()
  await inTurn(
    () => visit.wish().open('messages'),
    () => bring.en?.(),
    () => visit.wish().leave(),
  )
  expect(visit.runtime).toBeUndefined()

  await inTurn(
    () => visit.wish().open('help'),
    () => bring.en?.(),
  )

  expect(seen).toEqual(['en: messages', 'en: help'])
})

it('lets no prompt come in while a panel is on its way', async () => {
  begin()
  expect(visit.isOpening).toBeFalsy()

  await inTurn(() => visit.wish().open('help'))
  expect(visit.isOpening).toBe(true)
  await inTurn(() => bring.en?.())

  expect([visit.isOpening, visit.open]).toEqual([false, { panel: 'help' }])
})
