import type { Features } from './features.ts'
import { stemmerOf, stemOf } from './stem.ts'
import { wordsOf } from './words.ts'

/** Enough to tell the language by. */
const charactersRead = 200

/** The words that documents are written in. */
export type Vocabulary = {
  /** The language of which a text holds most words; `likeliest`, one of the documents', where no other holds more. */
  languageOf(text: string, likeliest: string): string
}

/** @param languages of the documents. @param texts of them */
export function createVocabulary(
  languages: ReadonlySet<string>,
  texts: Iterable<Pick<Features, 'stemmer' | 'stems'>>,
): Vocabulary {
  const stemsBy = new Map<string, Set<string>>()
  for (const { stemmer, stems } of texts) {
    const known = stemsBy.get(stemmer) ?? new Set()
    for (const stem of stems) known.add(stem)
    stemsBy.set(stemmer, known)
  }
  const read = (text: string, language: string) => {
    const stems = new Set(wordsOf(text, language).map((word) => stemOf(word, language)))
    const known = stemsBy.get(stemmerOf(language))
    return { language, stems: stems.size, known: [...stems].filter((stem) => known?.has(stem)).length }
  }
  return {
    languageOf(text, likeliest) {
      if (languages.size < 2) return likeliest
      const beginning = text.slice(0, charactersRead)
      let best = read(beginning, likeliest)
      if (best.known === best.stems) return likeliest
      for (const language of languages) {
        const other = read(beginning, language)
        if (other.known > best.known) best = other
      }
      return best.language
    },
  }
}
