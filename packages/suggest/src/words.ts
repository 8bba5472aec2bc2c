import { normalise } from './normalise.ts'

/** Words that lose their vowel before another vowel, by language. The segmenter takes them for a part of what follows. */
const elided: Record<string, RegExp> = {
  fr: /^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu)'/,
  it: /^(?:l|un|d|all|dall|dell|nell|sull|c|quest|quell)'/,
}

const segmenters = new Map<string, Intl.Segmenter>()

/**
 * The words of a text in their order, normalised, accents kept. The platform's segmenter finds words in scripts without
 * spaces too (Unicode Standard Annex #29, and dictionaries for Chinese, Japanese, Thai and others). French and Italian
 * words come without what is elided before them: "abonnement" of "l'abonnement".
 */
export function wordsOf(text: string, language: string): string[] {
  const words: string[] = []
  const before = elided[language]
  for (const { segment, isWordLike } of segmenterOf(language).segment(normalise(text, language))) {
    if (isWordLike) words.push(before ? segment.replace(before, '') : segment)
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
