import { describe, expect, it } from 'vitest'
import { allWords, chooseLocale, directionOf, nameOfLanguage, wordsFor, writeDate } from './language.ts'
import { en } from './words/en.ts'

const holes = (text: string) => text.match(/{\w+}/g) ?? []

describe('the words of the help centre', () => {
  it.each(Object.entries(allWords))('are whole in %s, and say what the English ones fill in', (language, words) => {
    for (const [name, text] of Object.entries(words)) {
      expect([name, text.trim()]).not.toEqual([name, ''])
      expect([name, holes(text)]).toEqual([name, holes(en[name as keyof typeof en])])
      const sameByChance = ['no'].includes(name) // Italian, Spanish
      if (language !== 'en' && !sameByChance) expect(text).not.toBe(en[name as keyof typeof en])
    }
  })

  it('are those of the language, whatever the country, and English where there are none', () => {
    expect(wordsFor('pt-BR')).toEqual({ words: allWords.pt, lang: 'pt-BR' })
    expect(wordsFor('nl')).toEqual({ words: en, lang: 'en' })
  })
})

describe('a language', () => {
  it('has a direction, a name of its own and a way to write dates', () => {
    expect(['ar', 'he-IL', 'fa', 'de', 'ja'].map(directionOf)).toEqual(['rtl', 'rtl', 'rtl', 'ltr', 'ltr'])
    expect(['de', 'fr', 'ja', 'ar'].map(nameOfLanguage)).toEqual(['Deutsch', 'Français', '日本語', 'العربية'])
    expect(writeDate(new Date('2026-03-02T23:30:00Z'), 'de')).toBe('2. März 2026')
  })

  it.each([
    ['de-AT,de;q=0.9,en;q=0.5', 'de'],
    ['fr, pt;q=0.8', 'pt-BR'],
    ['en;q=0.2,de;q=0.4', 'de'],
    ['en;q=0,de;q=0.4', 'de'],
    ['de;q=0', 'en'],
    ['*', 'en'],
    ['', 'en'],
    [undefined, 'en'],
    [';;;q=,', 'en'],
  ])('is chosen by what the browser asks for: %s', (header, chosen) => {
    expect(chooseLocale(['de', 'en', 'pt-BR'], header, 'en')).toBe(chosen)
  })

  it('is the usual one, or the first, where the wish is not there', () => {
    expect(chooseLocale(['de', 'en-GB'], 'fr', 'en')).toBe('en-GB')
    expect(chooseLocale(['ar', 'de'], 'fr', 'en')).toBe('ar')
    expect(chooseLocale([], 'fr', 'en')).toBe('en')
  })
})
