import { normalise } from './normalise.ts'

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The words of a text in their order, normalised, accents kept. The platform's segmenter finds words in scripts without
 * spaces too (Unicode Standard Annex #29, and dictionaries for Chinese, Japanese, Thai and others).
 */
export function wordsOf(text: string, language: string): string[] {
  const words: string[] = []
  for (const { segment, isWordLike } of segmenterOf(language).segment(normalise(text, language))) {
    if (isWordLike) words.push(segment)
  }
  return words
}

/** The language of a locale such as "pt-BR". */
export const languageOf = (locale: string): string => locale.split(/[-_]/)[0]?.toLowerCase() ?? ''

function segmenterOf(language: string): Intl.Segmenter {
  const known = segmenters.get(language)
  if (known) return known
  // A language that the platform does not know is cut by the general rules.
  const locale = isTag(language) ? language : 'en'
  const segmenter = new Intl.Segmenter(locale, { granularity: 'word' })
  if (segmenters.size < 100) segmenters.set(language, segmenter)
  return segmenter
}

function isTag(language: string): boolean {
  try {
    return Intl.Segmenter.supportedLocalesOf(language).length > 0
  } catch {
    return false
  }
}
