import { type Language, tabLabels } from '../loader/languages.ts'
import type { CaptureTexts } from './capture-texts.ts'
import type { HelpTexts } from './help-texts.ts'
import type { PanelTexts } from './panel-texts.ts'
import type { PromptTexts } from './prompt-texts.ts'

export const languages = Object.keys(tabLabels) as Language[]

export const parts = ['prompt', 'help', 'panel', 'capture'] as const
export type Part = (typeof parts)[number]

/** Every file of words, by its address: `./prompt/en.ts`. */
export const files = {
  prompt: import.meta.glob<{ texts: PromptTexts }>('./prompt/*.ts', { eager: true }),
  help: import.meta.glob<{ texts: HelpTexts }>('./help/*.ts', { eager: true }),
  panel: import.meta.glob<{ texts: PanelTexts }>('./panel/*.ts', { eager: true }),
  capture: import.meta.glob<{ texts: CaptureTexts }>('./capture/*.ts', { eager: true }),
}

export type Words = { [key: string]: string | Words }

/** @throws Error when the language has no such file */
export function wordsOf(part: Part, language: Language): Words {
  const file = files[part][`./${part}/${language}.ts`]
  if (!file) throw new Error(`there is no locales/${part}/${language}.ts`)
  return file.texts as unknown as Words
}

/** Every single text by its way through the object: `followUp.low`, `ends.nps.0`, `votes.other`. */
export const singleTexts = (words: Words, way = ''): [way: string, text: string][] =>
  Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [[`${way}${key}`, value] as [string, string]] : singleTexts(value, `${way}${key}.`),
  )

/** The texts of all parts: `panel.votes.other` and so on. */
export const textsIn = (language: Language) => parts.flatMap((part) => singleTexts(wordsOf(part, language), `${part}.`))

/** What is filled in: `{name}`. */
export const placeholder = /\{\w+\}/g
