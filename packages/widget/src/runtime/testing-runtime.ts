import type { Panel } from '@heed/contracts'
import { afterEach, beforeEach, vi } from 'vitest'
import type { Runtime } from '../loader/link.ts'
import { texts as helpTexts } from '../locales/help/en.ts'
import { texts as panelTexts } from '../locales/panel/en.ts'
import { texts as promptTexts } from '../locales/prompt/en.ts'
import type { PanelModule } from './room.ts'
import { startRuntime } from './start.ts'
import { testDownloads, testLink } from './testing.ts'

/** A panel as small as one can be. */
export const panelNamed = (name: string): PanelModule => ({
  css: '',
  mount(place) {
    const field = document.createElement('textarea')
    field.dataset.start = ''
    place.innerHTML = `<h2 id="title">${name}</h2>`
    place.append(field)
    return () => place.replaceChildren()
  },
})

export const downloads = testDownloads({
  outbox: () => import('./deliver.ts'),
  identity: () => import('./identity.ts'),
  rooms: () => import('./rooms.ts'),
  ways: () => import('../panels/survey/ways.ts'),
  'follow-up': () => import('../panels/follow-up.ts'),
  trial: () => import('./trial.ts'),
  inline: () => import('./inline.ts'),
  further: async () => ({ ...(await import('../panels/further/further.ts')), css: '' }),
  help: async () => ({ help: panelNamed('help'), ticket: panelNamed('ticket') }),
  messages: async () => ({ messages: panelNamed('messages') }),
  ideas: async () => ({ ideas: panelNamed('ideas') }),
  'prompt-texts': async () => ({ texts: promptTexts }),
  'help-texts': async () => ({ texts: helpTexts }),
  'panel-texts': async () => ({ texts: panelTexts }),
})

/** A runtime in a page of its own, before each test: what the server answers, what was sent, and what is drawn. */
export const testRuntime = () => {
  const at = {
    test: undefined as unknown as ReturnType<typeof testLink>,
    runtime: undefined as unknown as Runtime,
    answer: (_path: string): Response => new Response('{"items":[]}'),
    sent: [] as string[],
    root: () => at.test.link.root,
    prompt: () => at.root().querySelector<HTMLElement>('[part=prompt]'),
    panel: () => at.root().querySelector<HTMLElement>('[part=panel]'),
    openPanel: async (panel: Panel) => (await at.runtime.rooms(panel)).open(panel),
    begin(fetching = downloads, locale?: string) {
      at.test = testLink(locale)
      at.runtime = startRuntime(at.test.link, promptTexts, fetching)
    },
  }
  beforeEach(() => {
    localStorage.clear()
    at.sent = []
    at.answer = () => new Response('{"items":[]}')
    vi.stubGlobal('fetch', async (url: string, init?: RequestInit) => {
      const path = url.replace('https://heed.test/w/pk_test/', '')
      at.sent.push(`${init?.method ?? 'GET'} ${path}`)
      return at.answer(path)
    })
    document.body.innerHTML = '<button id="work">Work</button>'
    document.getElementById('work')?.focus()
  })
  afterEach(() => {
    at.runtime.stop()
    at.test.host.remove()
    vi.unstubAllGlobals()
    vi.useRealTimers()
  })
  return at
}
