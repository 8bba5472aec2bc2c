import type { IdeaState } from '@heed/contracts'
import { languageOf, usualTag } from '../features/help-centre/language.ts'
import { ar } from './words/ar.ts'
import { de } from './words/de.ts'
import { en } from './words/en.ts'
import { es } from './words/es.ts'
import { fr } from './words/fr.ts'
import { he } from './words/he.ts'
import { it } from './words/it.ts'
import { ja } from './words/ja.ts'
import { lt } from './words/lt.ts'
import { pt } from './words/pt.ts'
import { ru } from './words/ru.ts'
import { tr } from './words/tr.ts'

/** The words of mails and of the page that stops them, with notes for translators. `{…}` is filled in and stays as it is. */
export type MailWords = {
  /** How far an idea has come, as the first word of a subject: “Planned: Export as PDF”. As in the widget. */
  states: Record<IdeaState, string>
  /** First sentence. `{idea}`: its title. */
  voted: string
  /** Second sentence: what became of the idea. */
  become: Record<IdeaState, string>
  /** Over what the team wrote. `{workspace}`: name of the company. */
  answer: string
  /** Before an address in a line of its own, at which the reader uses the company's app. */
  app: string
  /** In small letters at the end. `{workspace}`: name of the company. */
  why: string
  /** Link after it. */
  stop: string
  /** Heading of the page behind the link, and its question. `{workspace}`: name of the company; `{address}`: of the reader. */
  stopTitle: string
  stopQuestion: string
  /** Its button. */
  stopButton: string
  /** After the button was pressed: heading and text. */
  stopped: string
  stoppedText: string
  /** A link that leads nowhere: heading and text. */
  unknown: string
  unknownText: string
}

/** Every language that mails are written in. */
export const allMailWords = { en, de, fr, es, it, pt, tr, lt, ar, he, ru, ja } satisfies Record<string, MailWords>

/** The words for a reader's language; English where they are in none of ours. `lang` is the language they are in. */
export const mailWordsFor = (locale: string): { words: MailWords; lang: string } => {
  const language = languageOf(locale)
  const found = Object.entries(allMailWords).find(([name]) => name === language)?.[1]
  return found ? { words: found, lang: usualTag(locale) ?? language } : { words: en, lang: 'en' }
}
