import type { Panel } from '@heed/contracts'
import type { Link, Runtime } from '../loader/link.ts'
import type { NpsTexts } from '../locales/nps-texts.ts'
import type { Downloads } from './scene.ts'
import { startRuntime } from './start.ts'

/** What the build puts in place of the placeholder. */
type Words = { language: string; texts: NpsTexts }

const placeholder: unknown = '__HEED_WORDS__'
const { language, texts } = placeholder as Words

/** How often each file did not come. */
const failures: Record<string, number> = {}

/** A browser may keep a download that failed as failed; another address is another try. What came before stays. */
const download = async (name: string) => {
  const failed = failures[name] ?? 0
  const address = new URL(`${name}.js${failed ? `?${failed}` : ''}`, import.meta.url).href
  try {
    return await import(/* @vite-ignore */ address)
  } catch (fault) {
    failures[name] = failed + 1
    throw fault
  }
}

const downloads: Downloads = {
  outbox: () => download('outbox'),
  identity: () => download('identity'),
  ways: () => download('ways'),
  promptTexts: async () => (await download(`prompt-texts-${language}`)).texts,
  rooms: () => download('rooms'),
  // The help panel and the ticket form come in one file.
  panel: async (panel: Panel) => (await download(panel === 'ticket' ? 'help' : panel))[panel],
  texts: async () => (await download(`texts-${language}`)).texts,
  capture: () => download('capture'),
  captureTexts: async () => (await download(`capture-texts-${language}`)).texts,
}

export const start = (link: Link): Runtime => startRuntime(link, texts, downloads)
