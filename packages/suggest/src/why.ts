import type { DocumentIndex } from './document-index.ts'
import type { Lexicon } from './lexicon.ts'
import type { Precedents } from './neighbours.ts'
import { stemmerOf, stemOf } from './stem.ts'
import { wordsOf } from './words.ts'

/** Why a document is suggested: it solved so many requests like this one, or it holds these of its words (maybe none, only parts of them). */
export type Why = { kind: 'solved'; requests: number } | { kind: 'words'; words: string[] }

/** A word of the question that some document holds. */
type KnownWord = { word: string; id: number; weight: number }

const mostWords = 3
const fewestRequests = 2

/** The words of a question by which a document can be found, the most telling first. */
export function knownWords(text: string, language: string, lexicon: Lexicon): KnownWord[] {
  const known = new Map<number, KnownWord>()
  for (const word of wordsOf(text, language)) {
    const id = lexicon.idOfStem(stemOf(word, language), stemmerOf(language))
    if (id !== undefined && !known.has(id)) known.set(id, { word, id, weight: lexicon.weight(id) })
  }
  return [...known.values()].toSorted((a, b) => b.weight - a.weight)
}

/** @param document its number */
export function whySuggested(
  document: number,
  asked: readonly KnownWord[],
  precedents: Precedents,
  index: DocumentIndex,
): Why {
  if (precedents.alike >= fewestRequests) return { kind: 'solved', requests: precedents.alike }
  const held = asked.filter(({ id }) => index.holds(document, id))
  return { kind: 'words', words: held.slice(0, mostWords).map(({ word }) => word) }
}
