import type { PersonClaim } from '@heed/contracts'
import { vi } from 'vitest'
import { chooseLocale } from '../loader/languages.ts'
import type { Link, SurveyConfig } from '../loader/link.ts'
import { createMemory } from '../loader/memory.ts'
import { testConfig } from '../loader/testing.ts'
import { texts } from '../locales/en.ts'
import { fill } from '../locales/fill.ts'
import type { Delivery, Watch } from './outbox.ts'
import type { Room } from './room.ts'

export const survey: SurveyConfig = {
  id: 'srv_1',
  kind: 'nps',
  texts: { en: { followUp: { detractor: 'What went wrong?' } }, de: { question: 'Und?' } },
  trigger: { delayMs: 0 },
  repeatAfterDays: 90,
}

/** The loader's side, with a person that the test may change and a record of what was told. */
export function testLink(locale = 'en') {
  const config = testConfig([survey])
  const host = document.createElement('heed-widget')
  document.documentElement.append(host)
  const said: { claim: PersonClaim } = { claim: {} }
  const emit = vi.fn()
  const nowOpen = vi.fn()
  const link: Link = {
    config,
    api: 'https://heed.test/w/pk_test/',
    root: host.attachShadow({ mode: 'open' }),
    memory: createMemory(config.key),
    claim: () => said.claim,
    theme: () => 'light',
    locale: () => chooseLocale([locale]),
    emit,
    nowOpen,
  }
  return { link, said, emit, nowOpen, host }
}

export type Said = { path: string; body: Record<string, unknown>; deliver: (delivery: Delivery) => void }

/** What a panel is given, with a record of what it sends; the test answers questions and decides on deliveries. */
export function testRoom(answers: Partial<Room> = {}, locale = 'en') {
  const sent: Said[] = []
  const drafts = new Map<string, unknown>()
  let made = 0
  const room: Room = {
    workspaceName: 'Northwind',
    texts,
    fill,
    locale: chooseLocale([locale]),
    emit: vi.fn(),
    newId: (kind) => {
      made += 1
      return `${kind}-${made}`
    },
    page: () => ({ url: 'https://app.test/invoices', title: 'Invoices' }),
    draft: (name) => drafts.get(name),
    keepDraft: (name, draft) => {
      if (draft === undefined) drafts.delete(name)
      else drafts.set(name, structuredClone(draft))
    },
    announce: vi.fn(),
    go: vi.fn(),
    close: vi.fn(),
    send: async (path: string, body: Record<string, unknown>, watch?: Watch) => {
      sent.push({ path, body, deliver: watch ?? (() => {}) })
    },
    waiting: async () => [],
    ask: async () => ({ kind: 'offline' }),
    ...answers,
  }
  return { room, sent, drafts }
}
