import { ar } from './ar.ts'
import { de } from './de.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { he } from './he.ts'
import { it } from './it.ts'
import { ja } from './ja.ts'
import { lt } from './lt.ts'
import { pt } from './pt.ts'
import { ru } from './ru.ts'
import type { SegmentWords } from './segment-words.ts'
import { tr } from './tr.ts'

/** By language, all in which a segment can be described. */
export const wordsByLanguage = new Map<string, SegmentWords>(
  Object.entries({ en, de, fr, es, it, pt, tr, lt, ar, he, ru, ja }),
)

/** The words of a locale's language, and the locale to write numbers and lists in, so that both speak the same language. */
export function wordsFor(locale: string): { words: SegmentWords; locale: string; language: string } {
  const { language } = new Intl.Locale(locale)
  const words = wordsByLanguage.get(language)
  return words ? { words, locale, language } : { words: en, locale: 'en', language: 'en' }
}
