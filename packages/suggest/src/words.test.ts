import { describe, expect, it } from 'vitest'
import { piecesOf, stem, termsOf, wordsOf } from './words.ts'

describe('the words of a text', () => {
  it('do not depend on case, width, accents or the kind of apostrophe', () => {
    expect(wordsOf('Ｃafé RÉSUMÉ don’t')).toEqual(wordsOf("cafe\u0301 resume don't"))
    expect(wordsOf('IŞIK')).toEqual(wordsOf('ışık'))
  })

  it('do not depend on Arabic vowel marks, yet keep Japanese voicing marks', () => {
    expect(wordsOf('بِطَاقَة')).toEqual(wordsOf('بطاقة'))
    expect(wordsOf('か')).not.toEqual(wordsOf('が'))
  })

  it('are found where no spaces part them', () => {
    expect(wordsOf('我的银行卡还没有到').length).toBeGreaterThan(3)
    expect(wordsOf('カードがまだ届きません').length).toBeGreaterThan(3)
  })

  it('leave punctuation and signs out', () => {
    expect(wordsOf('Export (CSV) — fails!')).toEqual(['export', 'csv', 'fails'])
    expect(wordsOf('?!… 🙂')).toEqual([])
  })
})

describe('terms', () => {
  it('are the words that say what a request is about', () => {
    expect(termsOf(wordsOf('How do I cancel the invoices?'))).toEqual(['cancel', 'invoice'].map(stem))
    expect(termsOf(wordsOf('what can you do'))).toEqual([])
  })

  it.each([
    ['cards', 'card'],
    ['arrived', 'arriving'],
    ['cancelled', 'cancelling'],
    ['charge', 'charged'],
    ['companies', 'company'],
    ['boxes', 'box'],
    ['stopped', 'stop'],
    ["card's", 'card'],
  ])('bring %s and %s together', (one, other) => {
    expect(stem(one)).toBe(stem(other))
  })

  it.each([
    ['business', 'busines'],
    ['status', 'statu'],
    ['string', 'str'],
    ['need', 'ne'],
    ['bus', 'bu'],
  ])('do not make of %s a %s', (word, wrong) => {
    expect(stem(word)).not.toBe(wrong)
  })
})

describe('pieces of words', () => {
  it('are runs of four letters with the ends marked, and a short word whole', () => {
    expect(piecesOf(['card', 'up'])).toEqual(['·car', 'card', 'ard·', '·up·'])
    expect(piecesOf(['a'])).toEqual(['·a·'])
  })
})
