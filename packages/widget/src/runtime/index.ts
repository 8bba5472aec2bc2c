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
const downloads: Downloads = async (name) => {
  const failed = failures[name] ?? 0
  const file = /texts$/.test(name) ? `${name}-${language}` : name
  const address = new URL(`${file}.js${failed ? `?${failed}` : ''}`, import.meta.url).href
  try {
    return await import(/* @vite-ignore */ address)
  } catch (fault) {
    failures[name] = failed + 1
    throw fault
  }
}

export const start = (link: Link): Runtime => startRuntime(link, texts, downloads)
