import { describe, expect, it } from 'vitest'
import { ar } from './ar.ts'
import { de } from './de.ts'
import { en, type Words } from './en.ts'

const texts = (words: Words): [string, string][] =>
  Object.entries(words).flatMap(([key, value]): [string, string][] => {
    if (typeof value === 'string') return [[key, value]]
    if (typeof value === 'function') return [[key, value('⟦1⟧', '⟦2⟧')]]
    return Object.entries(value).map(([inner, text]) => [`${key}.${inner}`, text])
  })

describe.each([
  ['German', de],
  ['Arabic', ar],
])('the %s words', (_, words) => {
  it('have the keys of English and use what is filled in', () => {
    const filledIn = (text: string) => text.match(/⟦\d⟧/g) ?? []
    const theirs = new Map(texts(words))

    for (const [key, text] of texts(en)) {
      expect(theirs.get(key)?.trim(), key).toBeTruthy()
      expect(filledIn(theirs.get(key) ?? ''), key).toEqual(filledIn(text))
    }
    expect(theirs.size).toBe(texts(en).length)
  })
})

it('is Arabic in Arabic script throughout', () => {
  expect(texts(ar).filter(([, text]) => !/\p{Script=Arabic}/u.test(text))).toEqual([])
})
