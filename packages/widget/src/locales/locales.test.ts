import { describe, expect, it } from 'vitest'
import type { Language } from '../loader/languages.ts'
import { files, languages, parts, placeholder, singleTexts, textsIn, wordsOf } from './testing.ts'

/** Words that software speaks in many languages, and the names of keys. */
const loans = ['support', 'server', 'browser', 'online', 'offline', 'file', 'pdf', 'shift', 'enter']

/** Words that a language has in common with English. */
const shared: Partial<Record<Language, string[]>> = {
  de: ['in', 'text', 'test'],
  fr: ['question', 'questions', 'article', 'articles', 'messages', 'page', 'vote', 'votes', 'excellent', 'me', 'test'],
  es: ['no', 'idea', 'ideas', 'vote'],
  it: ['no', 'in', 'idea', 'link'],
  pt: ['vote'],
  tr: ['form'],
}

const others = languages.filter((language) => language !== 'en')
const plurals = ['votes', 'newReplies', 'newAnswers', 'found', 'solvedLike'] as const
const forms = new RegExp(`(?<=^(${plurals.join('|')}))\\..*$`)
const placeholders = (text: string) => [...(text.match(placeholder) ?? [])].sort().join()
const wordsIn = (text: string): string[] =>
  text
    .replace(placeholder, ' ')
    .toLowerCase()
    .match(/\p{L}{2,}/gu) ?? []

/** Whether a form for numbers, such as the Arabic `two`, stands for one number alone, which it may say in words. */
function meansOneNumber(language: Language, way: string): boolean {
  const rules = new Intl.PluralRules(language)
  const numbers = Array.from({ length: 1000 }, (_, number) => number)
  return numbers.filter((number) => way.endsWith(`.${rules.select(number)}`)).length === 1
}

it('has a file of each part for every language of the launcher, and no other', () => {
  for (const part of parts) {
    const expected = languages.map((language) => `./${part}/${language}.ts`)
    expect(Object.keys(files[part]).sort()).toEqual(expected.sort())
  }
})

describe.each(others)('the words of “%s”', (language) => {
  it('say all that English says, in the same order, and nothing else', () => {
    // The forms for numbers differ.
    const ways = (of: Language) =>
      parts.map((part) => [...new Set(singleTexts(wordsOf(part, of)).map(([way]) => way.replace(forms, '')))])

    expect(ways(language)).toEqual(ways('en'))
  })

  it('have a form for every kind of number that the language knows, and no other', () => {
    const { pluralCategories } = new Intl.PluralRules(language).resolvedOptions()
    const words = wordsOf('help', language)

    for (const counted of plurals) {
      expect(Object.keys(words[counted] ?? {}).sort(), counted).toEqual([...pluralCategories].sort())
    }
  })

  it('fill in what English fills in', () => {
    const english = new Map(textsIn('en'))

    const wrong = textsIn(language).filter(([way, text]) => {
      const model = english.get(way) ?? english.get(way.replace(/\w+$/, 'other')) ?? ''
      if (placeholders(text) === placeholders(model)) return false
      return placeholders(text) !== '' || !meansOneNumber(language, way)
    })

    expect(wrong).toEqual([])
  })

  it('leave nothing in English', () => {
    const english = new Map(textsIn('en').map(([way, text]) => [way, wordsIn(text)]))
    const known = [...loans, ...(shared[language] ?? [])]

    const left = textsIn(language).flatMap(([way, text]) =>
      wordsIn(text).flatMap((word) =>
        english.get(way)?.includes(word) && !known.includes(word) ? [`${way}: ${word}`] : [],
      ),
    )

    expect(left).toEqual([])
  })

  it('call the list of messages by its title where they lead to it', () => {
    const { ticketNext, messagesTitle } = wordsOf('help', language)

    expect(ticketNext).toContain(messagesTitle)
  })
})
