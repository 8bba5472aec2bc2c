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
      return { open } as Rooms
    },
    survey: async (surveyId) => {
      await come
      if (!stopped) seen.push(`${language}: ${surveyId}`)
    },
    settled: () => new Promise<void>((settled) => (settle = settled)),
    stop: () => (stopped = true),
    refresh() {},
    close() {},
  } satisfies Partial<Runtime> as Partial<Runtime> as Runtime
}

const config = testConfig()
const begin = (given: { runtime?: (language: string) => Promise<void> } = {}) => {
  visit = startVisit({
    config,
    scriptUrl: 'https://heed.test/w/pk_test.js',
    fetchModule: async <Module>(file: string) => {
      const language = file.split('.')[1] ?? ''
      await given.runtime?.(language)
      return { start: (link) => runtimeOf(language, link) } satisfies RuntimeModule as Module
    },
    memory: createMemory(config.key, () => true),
    emit: () => {},
    claim: () => ({}),
    settings: () => ({ locale }),
  })
  vi.advanceTimersByTime(300)
}
const speak = (language: string) => {
  locale = language
  visit.refresh()
}
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
  bring = {}
  locale = 'en'
})
afterEach(() => {
  visit.stop()
  vi.useRealTimers()
})

it('opens a panel again in another language', async () => {
  begin()
  await inTurn(
    () => visit.open('ticket'),
    () => bring.en?.(),
    () => speak('de'),
    () => settle(),
    () => bring.de?.(),
  )

  expect(seen).toEqual(['en: ticket', 'de: ticket'])
})

it.each([
  ['a panel', () => visit.open('ticket'), 'ticket'],
  ['a survey', () => visit.survey('srv_1'), 'srv_1'],
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
    () => visit.open('ticket'),
    () => speak('de'),
    () => come(),
    () => bring.de?.(),
  )

  expect(seen).toEqual(['de: ticket'])
})
