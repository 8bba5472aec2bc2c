import { describe, expect, it } from 'vitest'
import { featuresOf } from './features.ts'
import { piecesOf } from './ngrams.ts'
import { withoutMarks } from './normalise.ts'
import { stemOf } from './stem.ts'
import { languageOf, wordsOf } from './words.ts'

const plainWords = (text: string, language = 'en') => wordsOf(text, language).map(withoutMarks)

describe('the words of a text', () => {
  it('do not depend on case, width, accents or the kind of apostrophe', () => {
    expect(plainWords('Ｃafé RÉSUMÉ don’t')).toEqual(plainWords("cafe\u0301 resume don't"))
    expect(plainWords('STRASSE')).toEqual(plainWords('Straße'))
  })

  it('lower a Turkish I by Turkish rules, and meet whoever types without them', () => {
    expect(wordsOf('IŞIK', 'tr')).toEqual(['ışık'])
    expect(wordsOf('İPTAL', 'tr')).toEqual(['iptal'])
    expect(wordsOf('İPTAL', 'en')).toEqual(['iptal'])
    expect(plainWords('IŞIK', 'tr')).toEqual(plainWords('isik', 'tr'))
  })

  it('do not depend on Arabic marks, carriers of hamza, last letters and digits', () => {
    expect(wordsOf('بِطَاقَة', 'ar')).toEqual(wordsOf('بطاقه', 'ar'))
    expect(wordsOf('إلغــاء أمر مستشفى ٤٢ ۴۲', 'ar')).toEqual(wordsOf('الغاء امر مستشفي 42 42', 'ar'))
  })

  it('keep Japanese voicing marks', () => {
    expect(plainWords('か', 'ja')).not.toEqual(plainWords('が', 'ja'))
  })

  it('are found where no spaces part them, in a language that nobody knows too', () => {
    expect(wordsOf('我的银行卡还没有到', 'zh').length).toBeGreaterThan(3)
    expect(wordsOf('カードがまだ届きません', 'ja').length).toBeGreaterThan(3)
    expect(wordsOf('two words', 'not a language')).toEqual(['two', 'words'])
  })

  it('are found behind a French or Italian article, where the vowel of it is left out', () => {
    expect(wordsOf("L’abonnement, jusqu’à l'été : qu'il s'abonne", 'fr')).toEqual([
      'abonnement',
      'à',
      'été',
      'il',
      'abonne',
    ])
    expect(wordsOf("L'abbonamento dell’account, quell'idea", 'it')).toEqual(['abbonamento', 'account', 'idea'])
    expect(stemOf(wordsOf('l’abonnement', 'fr')[0] ?? '', 'fr')).toBe(stemOf('abonnements', 'fr'))
    expect(wordsOf("aujourd’hui quelqu'un", 'fr')).toEqual(["aujourd'hui", "quelqu'un"])
    expect(wordsOf("d'accord", 'en')).toEqual(["d'accord"])
  })

  it('leave punctuation and signs out', () => {
    expect(wordsOf('Export (CSV) — fails!', 'en')).toEqual(['export', 'csv', 'fails'])
    expect(wordsOf('?!… 🙂', 'en')).toEqual([])
  })
})

describe('stems', () => {
  it.each([
    ['en', 'cancelled', 'cancelling'],
    ['de', 'rechnung', 'rechnungen'],
    ['tr', 'kart', 'kartlar'],
    ['lt', 'sąskaita', 'sąskaitos'],
    ['ar', 'تحويل', 'التحويل'],
    ['pt', 'fatura', 'faturas'],
  ])('in %s bring %s and %s together', (language, one, other) => {
    expect(stemOf(one, language)).toBe(stemOf(other, language))
  })

  it('are the words themselves where there is no stemmer', () => {
    expect(stemOf('cancelled', 'xx')).toBe('cancelled')
    expect(languageOf('pt-BR')).toBe('pt')
  })
})

describe('pieces of words', () => {
  it('are runs of two to four letters with the ends marked, and across the gap', () => {
    expect(piecesOf(['up'])).toEqual(['·u', 'up', 'p·', '·up', 'up·', '·up·'])
    expect(piecesOf(['card', 'up'])).toContain('rd·u')
  })

  it('are letters and pairs of letters in scripts without spaces', () => {
    expect(piecesOf(['发票', '导'])).toEqual(['发', '票', '发票', '导', '票导'])
  })

  it('are mostly the same with a slip of the finger', () => {
    const right = new Set(piecesOf(['identity']))
    const kept = piecesOf(['idenity']).filter((piece) => right.has(piece))

    expect(kept.length).toBeGreaterThan(right.size / 2)
  })
})

describe('features of a text', () => {
  it('are stems, pairs of stems and pieces, of no more than 80 words', () => {
    const { stems, pairs } = featuresOf('export all invoices', 'en')

    expect(stems).toEqual(['export', 'all', 'invoic'])
    expect(pairs).toEqual(['export all', 'all invoic', 'export  invoic'])
    expect(featuresOf('word '.repeat(10_000), 'en').stems).toHaveLength(80)
  })
})
