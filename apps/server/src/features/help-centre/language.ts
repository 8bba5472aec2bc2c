import { ArticleLocale } from '@heed/contracts'
import type { HelpWords } from './help-words.ts'
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

/** Every language that the help centre's own words are in. */
export const allWords = { en, de, fr, es, it, pt, tr, lt, ar, he, ru, ja } satisfies Record<string, HelpWords>

/** Also of what servers call it: de_DE.UTF-8. */
export const languageOf = (locale: string) => locale.split(/[-_.]/)[0]?.toLowerCase() ?? ''

/** The words for articles of a language; English where they are in none of ours. `lang` is the language they are in. */
export const wordsFor = (locale: string): { words: HelpWords; lang: string } => {
  const language = languageOf(locale)
  const found = Object.entries(allWords).find(([name]) => name === language)?.[1]
  return found ? { words: found, lang: locale } : { words: en, lang: 'en' }
}

const rightToLeft = new Set(['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'])

export const directionOf = (locale: string): 'ltr' | 'rtl' => (rightToLeft.has(languageOf(locale)) ? 'rtl' : 'ltr')

/** A language by its own name: Deutsch, 日本語. */
export const nameOfLanguage = (locale: string): string => {
  const name = new Intl.DisplayNames([locale], { type: 'language' }).of(locale) ?? locale
  return name.charAt(0).toLocaleUpperCase(locale) + name.slice(1)
}

export const writeDate = (at: Date, locale: string): string =>
  new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' }).format(at)

/** A tag in its usual form, as articles have it: en for EN, pt-BR for pt-br. */
export const usualTag = (tag: string): string | undefined => {
  try {
    return ArticleLocale.safeParse(Intl.getCanonicalLocales(tag)[0]).data
  } catch {
    return undefined
  }
}

/** Of the languages there are, the one that a tag means; else one of another region. */
export const sameLanguage = (locales: string[], tag: string): string | undefined =>
  locales.find((locale) => locale.toLowerCase() === tag.toLowerCase()) ??
  locales.find((locale) => languageOf(locale) === languageOf(tag))

/**
 * Of the languages there are, the one that a reader wants most; else the workspace's, else the first.
 * @param header `Accept-Language`, such as `de-AT,de;q=0.9,en;q=0.5`
 */
export const chooseLocale = (locales: string[], header: string | undefined, usual: string): string => {
  const wishes = (header ?? '')
    .split(',', 20)
    .map((part) => {
      const [tag = '', quality] = part.trim().split(';')
      return { tag: tag.toLowerCase(), quality: quality ? Number(quality.trim().replace(/^q=/, '')) || 0 : 1 }
    })
    .sort((a, b) => b.quality - a.quality)
  for (const { tag, quality } of wishes) {
    if (quality === 0 || tag === '') continue
    const found = sameLanguage(locales, tag)
    if (found) return found
  }
  return sameLanguage(locales, usual) ?? locales[0] ?? usual
}
