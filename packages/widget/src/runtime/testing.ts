import type { PersonClaim, WidgetSettings } from '@heed/contracts'
import { vi } from 'vitest'
import * as colours from '../loader/accent.ts'
import { chooseLocale } from '../loader/languages.ts'
import type { Link, SurveyConfig } from '../loader/link.ts'
import { createMemory } from '../loader/memory.ts'
import { testConfig } from '../loader/testing.ts'
import { fill } from '../locales/fill.ts'
import { texts as helpTexts } from '../locales/help/en.ts'
import { texts as panelTexts } from '../locales/panel/en.ts'
import { texts as promptTexts } from '../locales/prompt/en.ts'
import { furtherIn } from '../panels/further/further.ts'
import type { Delivery, Watch } from './outbox.ts'
import type { PromptRoom, Room } from './room.ts'
import type { Downloads, Files } from './scene.ts'

const texts = { ...promptTexts, ...helpTexts, ...panelTexts }

export const survey: SurveyConfig = {
  id: 'srv_1',
  kind: 'nps',
  version: 1,
  texts: { en: { followUp: { low: 'What went wrong?' } }, de: { question: 'Und?' } },
  trigger: { delayMs: 0 },
  repeatAfterDays: 90,
}

/** What a test says of some files; the others do not come. */
export const testDownloads =
  (files: { [Name in keyof Files]?: () => Promise<Files[Name]> }): Downloads =>
  async (name) => {
    const fetched = files[name]
    if (!fetched) throw new Error(`${name} is not here`)
    return fetched()
  }

/** The loader's side, with a person that the test may change and a record of what was told. */
export function testLink(locale = 'en') {
  const config = testConfig([survey])
  const host = document.createElement('heed-widget')
  document.documentElement.append(host)
  const said: { claim: PersonClaim; dueAt?: number | undefined; settings: WidgetSettings } = {
    claim: {},
    settings: { theme: 'light' },
  }
  const emit = vi.fn()
  const nowOpen = vi.fn()
  const link: Link = {
    config,
    api: 'https://heed.test/w/pk_test/',
    root: host.attachShadow({ mode: 'open' }),
    colours,
    memory: createMemory(config.key, () => true),
    dueAt: () => said.dueAt,
    claim: () => said.claim,
    settings: () => said.settings,
    pageName: () => undefined,
    look: vi.fn(),
    locale: () => chooseLocale([locale]),
    emit,
    nowOpen,
  }
  return { link, said, emit, nowOpen, host }
}

export type Said = { path: string; body: Record<string, unknown>; deliver: (delivery: Delivery) => void }

/** What a panel is given, with a record of what it sends; the test answers questions and decides on deliveries. */
export function testRoom(answers: Partial<Omit<Room, 'texts'>> = {}, locale = 'en') {
  const sent: Said[] = []
  const drafts = new Map<string, unknown>()
  let made = 0
  const room: Room & PromptRoom = {
    workspaceName: 'Northwind',
    defaultLocale: 'en',
    inline: false,
    texts,
    fill,
    locale: chooseLocale([locale]),
    emit: vi.fn(),
    newId: (prefix) => {
      made += 1
      return `${prefix}-${made}`
    },
    page: () => ({ url: 'https://app.test/invoices', title: 'Invoices' }),
    draft: (name) => drafts.get(name),
    keepDraft: (name, draft) => {
      if (draft === undefined) drafts.delete(name)
      else drafts.set(name, structuredClone(draft))
    },
    mark: vi.fn(),
    announce: vi.fn(),
    adopt: vi.fn(),
    keepUnread: vi.fn(),
    unread: () => ({ replies: 0, answers: 0 }),
    newRequestId: () => {
      made += 1
      return `request-${made}`
    },
    go: vi.fn(),
    ahead: vi.fn(),
    further: async () => furtherIn(room),
    close: vi.fn(),
    send: async (path: string, body: Record<string, unknown>, watch?: Watch) => {
      sent.push({ path, body, deliver: watch ?? (() => {}) })
    },
    sendFile: async (path: string, file: Blob, watch?: Watch) => {
      sent.push({ path, body: { file }, deliver: watch ?? (() => {}) })
    },
    screenshot: async () => undefined,
    waiting: async () => [],
    ask: async () => ({ kind: 'unanswered' }),
    ...answers,
  }
  return { room, sent, drafts }
}
