import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { describeSegment } from '../describe.ts'
import { parseSegment } from '../parse.ts'
import { someSegment } from '../testing.ts'
import { wordsByLanguage } from './index.ts'
import type { Counted, SegmentWords } from './segment-words.ts'

const languages = ['en', 'de', 'fr', 'es', 'it', 'pt', 'tr', 'lt', 'ar', 'he', 'ru', 'ja']
const others = languages.filter((language) => language !== 'en')

/** Conditions of every kind, no two of which mean the same. Names and values are of no language. */
const everyKind = [
  'plan:Ж1',
  'plan:~Ж1',
  'plan:^Ж1',
  'plan:*',
  'country:*',
  'country:Ж1',
  'locale:*',
  'locale:Ж1',
  ...['10000..', '..10000', '10000..20000', '10000..10000', '*'].map((range) => `spend:${range}`),
  ...['180..', '..200', '..179', '..89', '90..365', '180..180', '*'].map((range) => `tenure:${range}`),
  ...['5..', '..5', '5..9', '5..5', '*'].map((range) => `seats:${range}`),
  ...['created', 'seen'].flatMap((field) =>
    ['0d..30d', '..1d', '..0d', '0d..', '90d..', '3d..7d', '1d..2d', '2026-03-01..', '..2026-03-01', '*'].map(
      (test) => `${field}:${test}`,
    ),
  ),
  'created:2026-03-01..2026-03-31',
  'created:2026-03-01..2026-03-01',
  ...['trait', 'person', 'account'].flatMap((side) => [`${side}.Ж:""`, `${side}.Ж:5..`, `${side}.Ж:0d..9d`]),
  ...['1..', '2..', '5..', '..2', '2..5', '3..3', '..0', '2..@1d', '2..@2d', '2..@30d'].map((how) => `event.Ж:${how}`),
  ...['tickets', 'tickets.open', 'tickets.closed'].flatMap((field) =>
    ['1..', '..0', '3..', '..3', '2..5', '3..3', '1..@7d'].map((how) => `${field}:${how}`),
  ),
  ...['0..6', '9..10', '7..7', '..', '0..6@90d'].map((how) => `nps:${how}`),
  'in:seg_000000000000000000000',
  'not(plan:Ж1)',
  'any(plan:Ж1;seats:5..)',
  'all(plan:Ж1;seats:5..)',
]

const say = (text: string, locale: string) => {
  const { segment, faults } = parseSegment(text)
  expect(faults).toEqual([])
  return describeSegment(segment, { currency: 'EUR', locale })[0] ?? ''
}
const sayAll = (locale: string) => everyKind.map((text) => say(text, locale))

describe('the words of a segment', () => {
  it('are there in every language of the house', () => {
    expect([...wordsByLanguage.keys()].sort()).toEqual([...languages].sort())
  })

  it.each(languages)('tell every kind of condition from every other in %s', (language) => {
    const said = sayAll(language)

    const doubled = said.filter((phrase, i) => said.indexOf(phrase) !== i)
    expect(doubled).toEqual([])
    expect(said.filter((phrase) => phrase.trim() === '' || /undefined|#/.test(phrase))).toEqual([])
  })

  it.each(languages)('leave out nothing that they are to name in %s', (language) => {
    const words = wordsByLanguage.get(language)
    const counted: Counted = { count: 5, written: '⟨5⟩' }
    const phrases = words ? phrasesOf(words, counted) : []

    expect(phrases.length).toBeGreaterThan(20)
    for (const { phrase, holds } of phrases) for (const mark of holds) expect(phrase).toContain(mark)
  })

  it.each(others)('are not English in %s', (language) => {
    // Words that are spelt alike in both.
    const alike: Record<string, string[]> = {
      de: ['segment', 'person'],
      fr: ['segment'],
      tr: ['segment'],
      es: ['plan'],
    }
    const allowed = new Set(['nps', ...(alike[language] ?? [])])
    const wordsIn = (phrases: string[]) =>
      new Set(
        phrases
          .join(' ')
          .toLowerCase()
          .match(/\p{L}{3,}/gu),
      )
    const english = wordsIn([...sayAll('en'), ...fixedTexts('en')])

    const borrowed = [...wordsIn([...sayAll(language), ...fixedTexts(language)])].filter(
      (word) => english.has(word) && !allowed.has(word),
    )
    expect(borrowed).toEqual([])
  })

  it.each([
    ['de', 'event.A:1..@1d', '„A“ mindestens einmal in 1 Tag'],
    ['de', 'event.A:3..@30d', '„A“ mindestens 3-mal in 30 Tagen'],
    ['fr', 'event.A:3..@30d', '«\u00a0A\u00a0» au moins 3 fois en 30 jours'],
    ['lt', 'event.A:1..@1d', '„A“ bent 1 kartą per 1 dieną'],
    ['lt', 'event.A:2..@2d', '„A“ bent 2 kartus per 2 dienas'],
    ['lt', 'event.A:21..@11d', '„A“ bent 21 kartą per 11 dienų'],
    ['ru', 'event.A:1..@1d', '«A»: 1 раз или больше за 1 день'],
    ['ru', 'event.A:2..@22d', '«A»: 2 раза или больше за 22 дня'],
    ['ru', 'event.A:5..@11d', '«A»: 5 раз или больше за 11 дней'],
    ['ar', 'event.A:2..@2d', '«\u2068A\u2069»: مرتين على الأقل خلال يومين'],
    ['ar', 'event.A:3..@11d', '«\u2068A\u2069»: 3 مرات على الأقل خلال 11 يومًا'],
    ['ar', 'event.A:1..2', '«\u2068A\u2069»: 1–2 مرة'],
    ['he', 'event.A:2..@2d', '״\u2068A\u2069״: פעמיים לפחות ביומיים'],
    ['ja', 'event.A:3..@30d', '「A」3回以上（30日間）'],
  ])('put words into the form that goes with the number: %s %s', (locale, text, phrase) => {
    expect(say(text, locale)).toBe(phrase)
  })

  it('are found for whatever segment, in every language', () => {
    fc.assert(
      fc.property(someSegment, fc.constantFrom(...languages), (segment, locale) => {
        const phrases = describeSegment(segment, { currency: 'USD', locale })

        expect(phrases).toHaveLength(segment.all.length)
        expect(phrases.filter((phrase) => phrase.trim() === '' || phrase.includes('undefined'))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })
})

/** What stands in a language's words as it is. */
function fixedTexts(language: string): string[] {
  const words = wordsByLanguage.get(language)
  if (!words) return []
  const { everyone, nobody, unknownSaved, empty, field, tenureKnown, tickets } = words
  const ofTickets = Object.values(tickets).flatMap((each) => Object.values(each))
  return [everyone, nobody, unknownSaved, empty, tenureKnown, ...Object.values(field), ...ofTickets]
}

/** Every phrase that is made, filled with marks, and which of them it must hold. */
function phrasesOf(words: SegmentWords, counted: Counted): { phrase: string; holds: string[] }[] {
  const [a, b, c, n] = ['⟨a⟩', '⟨b⟩', '⟨c⟩', counted.written] as [string, string, string, string]
  const ofOne = [words.known, words.ofPerson, words.ofAccount, words.tenureFrom, words.tenureUpTo, words.tenureUnder]
  ofOne.push(words.tenureBetween, words.quoted, words.never, words.lastNps, words.not)
  const ofTwo = [words.contains, words.starts, words.named, words.from, words.upTo, words.exactly]
  ofTwo.push(words.onDays, words.onOrAfter, words.onOrBefore)
  const ofCounted = [words.inLast, words.atLeast, words.atMost, words.exactlyTimes, words.within]
  return [
    ...ofOne.map((make) => ({ phrase: make(a), holds: [a] })),
    ...ofTwo.map((make) => ({ phrase: make(a, b), holds: [a, b] })),
    ...ofCounted.map((make) => ({ phrase: make(a, counted), holds: [a, n] })),
    { phrase: words.between(a, b, c), holds: [a, b, c] },
  ]
}
