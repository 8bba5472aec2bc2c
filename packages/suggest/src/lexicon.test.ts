import { expect, it } from 'vitest'
import { featuresOf } from './features.ts'
import { createLexicon } from './lexicon.ts'

const lexiconOf = (...texts: [text: string, language: string][]) => {
  const words = createLexicon(texts.length)
  for (const [document, [text, language]] of texts.entries()) words.count(document, featuresOf(text, language))
  return words.settle()
}

it('tells the stems of two languages apart, but not their pieces of words', () => {
  // Both come down to the stems "par" and "kart"; in Turkish it is money and a card.
  const lexicon = lexiconOf(['para kart', 'tr'])
  const idsOf = (language: string) => [...lexicon.read(featuresOf('para kart', language)).ids]

  const inPortuguese = lexicon.read(featuresOf('para kart', 'pt'))

  expect(inPortuguese.unknown).toEqual({ stems: 2, pairs: 1, pieces: 0 })
  expect([...inPortuguese.ids]).toEqual(idsOf('tr').filter(lexicon.isPiece))
  expect(lexicon.idOfStem('par', 'tr')).toBeDefined()
  expect(lexicon.idOfStem('par', 'pt')).toBeUndefined()
})

it('takes a language under its two codes for one, and words without a stemmer as they are', () => {
  const lexicon = lexiconOf(['kortet', 'nb'], ['kort', 'xx'])

  expect(lexicon.read(featuresOf('kortet', 'no')).unknown.stems).toBe(0)
  expect(lexicon.read(featuresOf('kort', 'yy')).unknown.stems).toBe(0)
})
