import { describe, expect, it } from 'vitest'
import articles from '../testdata/banking77-en/articles.json' with { type: 'json' }
import queries from '../testdata/banking77-en/queries.json' with { type: 'json' }
import { buildSuggester, type SuggestArticle } from './build-suggester.ts'

const bank = buildSuggester({ articles })
const idsFor = (text: string, options?: { locale?: string; limit?: number }) =>
  bank.suggest(text, options).map(({ articleId }) => articleId)

const onOneLine = (text: string) => text.replaceAll(/\s+/g, ' ')

const article = (id: string, title: string, body: string, locale = 'en'): SuggestArticle => ({
  id,
  title,
  body,
  locale,
})

describe('suggesting articles of a bank with 77 of them', () => {
  it('finds what to do about a card that has not arrived', () => {
    const ids = idsFor('my card has not arrived yet')

    expect(ids[0]).toBe('card_arrival')
  })

  it('has the right article among three for at least 74 of 100 questions, threshold included', () => {
    const hits = queries.filter(({ text, relevant }) => idsFor(text).some((id) => relevant.includes(id)))

    expect(hits.length / queries.length).toBeGreaterThanOrEqual(0.74)
  })

  it('forgives a slip of the finger', () => {
    expect(idsFor('verfy my identty')).toContain('verify_my_identity')
    expect(idsFor('card was swalowed by the atm')).toContain('card_swallowed')
  })

  it.each([
    'what is the weather like',
    'how do I do this',
    'asdf qwer zxcv',
    'what is the meaning of life',
    'hello there',
    'no',
    '12345 678',
    '',
    '?!',
  ])('suggests nothing for “%s”', (text) => {
    expect(bank.suggest(text)).toEqual([])
  })

  it('gives three at most, or as many as asked for, best first', () => {
    const suggestions = bank.suggest('top up by card failed', { limit: 5 })

    const scores = suggestions.map(({ score }) => score)
    expect(suggestions).toHaveLength(5)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(scores.every((score) => score > 0 && score <= 1)).toBe(true)
    expect(idsFor('top up by card failed')).toEqual(suggestions.slice(0, 3).map(({ articleId }) => articleId))
    expect(idsFor('top up by card failed', { limit: 0 })).toEqual([])
  })

  it('takes a whole message of many sentences', () => {
    const message = `Hi there, hope you are well. I travelled for two weeks and only came home yesterday evening, late and quite
      tired from the long drive. ${'The weather was lovely all the time and we saw a lot of old towns. '.repeat(40)}`

    expect(idsFor(`My card payment was declined in a shop. ${message}`)).toContain('declined_card_payment')
  })

  it('excerpts a sentence of the article, short and without marks', () => {
    for (const { text } of queries.slice(0, 100)) {
      for (const { articleId, excerpt } of bank.suggest(text)) {
        const body = articles.find(({ id }) => id === articleId)?.body ?? ''
        expect(excerpt.length).toBeGreaterThan(0)
        expect(excerpt.length).toBeLessThanOrEqual(160)
        expect(onOneLine(body)).toContain(onOneLine(excerpt.replace(/…$/, '')))
      }
    }
  })
})

describe('suggesting what was learned', () => {
  const unlike = [
    article('art_export', 'Download a spreadsheet', 'Open the table and choose **Download**.'),
    article('art_seats', 'Add colleagues', 'Open the settings and invite them by e-mail.'),
    article('art_billing', 'Invoices', 'Invoices are sent on the first of each month.'),
  ]

  it('finds an article by the words of a request that it solved', () => {
    const taught = buildSuggester({
      articles: unlike,
      solved: [{ text: 'how can I get a csv dump of everything', articleId: 'art_export' }],
    })

    expect(buildSuggester({ articles: unlike }).suggest('csv dump')).toEqual([])
    expect(taught.suggest('csv dump')).toMatchObject([
      { articleId: 'art_export', excerpt: 'Open the table and choose Download.' },
    ])
  })

  it('ignores what an article solved that is no longer there', () => {
    const taught = buildSuggester({ articles: unlike, solved: [{ text: 'csv dump', articleId: 'art_gone' }] })

    expect(taught.suggest('csv dump')).toEqual([])
  })

  it('has nothing to suggest without articles', () => {
    expect(buildSuggester({ articles: [] }).suggest('where is my invoice')).toEqual([])
  })
})

describe('suggesting in several languages', () => {
  const manual = buildSuggester({
    articles: [
      article('art_en', 'Export invoices', 'Export all invoices as CSV.'),
      article('art_de', 'Rechnungen exportieren', 'Export aller Rechnungen als CSV.', 'de'),
      article('art_fr', 'Exporter les factures', 'Export de toutes les factures en CSV.', 'fr-CA'),
      article('art_zh', '导出发票', '您可以将所有发票导出为表格。', 'zh'),
      article('art_ja', '請求書の書き出し', 'すべての請求書を書き出せます。', 'ja'),
    ],
  })
  const idsOf = (text: string, locale?: string) =>
    manual.suggest(text, locale === undefined ? {} : { locale }).map(({ articleId }) => articleId)

  it('puts articles of the reader’s language first, others after them', () => {
    expect(idsOf('csv export', 'de-AT')[0]).toBe('art_de')
    expect(idsOf('csv export', 'fr')[0]).toBe('art_fr')
    expect(idsOf('csv export', 'de')).toContain('art_en')
    expect(idsOf('csv export', 'lt').toSorted()).toEqual(idsOf('csv export').toSorted())
  })

  it('does not put a poor fit of the reader’s language before a good one of another', () => {
    expect(idsOf('Rechnungen exportieren', 'en')[0]).toBe('art_de')
  })

  it('reads languages without spaces', () => {
    expect(idsOf('怎么导出发票')[0]).toBe('art_zh')
    expect(idsOf('請求書を書き出したい')[0]).toBe('art_ja')
  })
})
