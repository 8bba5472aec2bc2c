import { describe, expect, it } from 'vitest'
import { allMailWords, mailWordsFor } from './mail-words.ts'
import { en } from './words/en.ts'

/** Each text under its path: `states.open`. */
const textsIn = (words: object): [string, string][] =>
  Object.entries(words).flatMap(([name, text]) =>
    typeof text === 'string'
      ? [[name, text] as [string, string]]
      : Object.entries(text as Record<string, string>).map(([key, value]): [string, string] => [
          `${name}.${key}`,
          value,
        ]),
  )
const holes = (text: string) => (text.match(/{\w+}/g) ?? []).sort()
const english = new Map(textsIn(en))

describe('the words of mails', () => {
  it.each(Object.entries(allMailWords))('are whole in %s, and say what the English ones fill in', (language, words) => {
    for (const [name, text] of textsIn(words)) {
      expect([name, text]).toEqual([name, text.trim()])
      expect([name, text.length > 0]).toEqual([name, true])
      expect([name, holes(text)]).toEqual([name, holes(english.get(name) ?? '')])
      if (language !== 'en') expect([name, text]).not.toEqual([name, english.get(name)])
    }
  })

  it.each(Object.entries(allMailWords))('name the states in %s as five different things', (_, { states, become }) => {
    expect(new Set(Object.values(states)).size).toBe(5)
    expect(new Set(Object.values(become)).size).toBe(5)
  })

  it('are those of the language, whatever the country, and English where there are none', () => {
    expect(mailWordsFor('pt-BR')).toEqual({ words: allMailWords.pt, lang: 'pt-BR' })
    expect(mailWordsFor('pt_BR.UTF-8')).toEqual({ words: allMailWords.pt, lang: 'pt' })
    expect(mailWordsFor('nl')).toEqual({ words: en, lang: 'en' })
  })
})
