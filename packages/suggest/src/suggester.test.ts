import { describe, expect, it } from 'vitest'
import type { SuggestDocument } from './documents.ts'
import type { Evidence } from './evidence.ts'
import { createSuggester, type SuggestOptions } from './suggester.ts'

const article = (id: string, title: string, body: string, locale = 'en'): SuggestDocument => ({
  id,
  kind: 'article',
  title,
  body,
  locale,
})
const solved = (text: string, documentId: string | null, over: Partial<Evidence> = {}): Evidence => ({
  text,
  documentId,
  solved: true,
  personId: 'ppl_1',
  by: 'person',
  at: 1,
  ...over,
})

const documents: SuggestDocument[] = [
  article(
    'art_export',
    'Download a spreadsheet',
    'Open the table and choose **Download**. The file has a row for each customer.',
  ),
  article(
    'art_seats',
    'Add colleagues',
    'Open the settings and invite them by e-mail. Each gets a link that ends after a day.',
  ),
  article(
    'art_billing',
    'Invoices',
    'Invoices are sent on the first of each month. You find earlier ones under Billing.',
  ),
  article(
    'art_password',
    'Change your password',
    'Choose your picture, then Security. A new one must have twelve characters.',
  ),
  {
    id: 'idea_dark',
    kind: 'idea',
    title: 'Dark mode',
    body: 'A theme for the night, black on all pages.',
    locale: 'en',
  },
  {
    id: 'issue_slow',
    kind: 'issue',
    title: 'Charts load slowly',
    body: 'We know that charts are slow today and work on it.',
    locale: 'en',
  },
]

describe('suggesting', () => {
  it('brings articles, ideas and known issues in one list, or the kinds that are asked for', async () => {
    const suggester = await createSuggester({ documents })

    expect(suggester.suggest('is there a dark theme')[0]).toMatchObject({ documentId: 'idea_dark', kind: 'idea' })
    expect(suggester.suggest('the charts are slow')[0]).toMatchObject({ documentId: 'issue_slow', kind: 'issue' })
    expect(suggester.search('the charts are slow', { kinds: ['article'] }).map(({ kind }) => kind)).not.toContain(
      'issue',
    )
    expect(suggester.suggest('the charts are slow', { kinds: [] })).toEqual([])
  })

  it.each([
    ['the same', 'Invoices'],
    ['much like it', 'Invoices for large customers'],
  ])('shows what may be shown, however many others are %s', async (_, title) => {
    const others = Array.from({ length: 8 }, (_, at) => article(`art_other_${at}`, title, 'Invoices are sent by post.'))
    const suggester = await createSuggester({ documents: [...documents, ...others] })
    const mayShow = (id: string) => !id.startsWith('art_other')
    const found = (text: string) =>
      suggester
        .prepare(text)(mayShow)
        .filter(({ confident }) => confident)
        .map(({ documentId }) => documentId)

    expect(found('where are the invoices of last month')).toEqual(['art_billing'])
    expect(found('what is the weather like in Paris')).toEqual([])
  })

  it('does not take what hardly fits for what may not be shown', async () => {
    const suggester = await createSuggester({ documents })

    const answersTo = suggester.prepare('change my password')

    expect(answersTo(() => true)[0]).toMatchObject({ documentId: 'art_password', confident: true })
    expect(answersTo((id) => id !== 'art_password').every(({ confident }) => !confident)).toBe(true)
  })

  it('says which words it went by', async () => {
    const suggester = await createSuggester({ documents })

    const [first] = suggester.suggest('Where are my INVOICES of last month?')

    expect(first).toMatchObject({ documentId: 'art_billing', why: { kind: 'words' } })
    expect(first?.why).toMatchObject({ words: expect.arrayContaining(['invoices']) })
    expect(first?.excerpt).toBe('Invoices are sent on the first of each month.')
  })

  it('finds by the first three words and with slips of the finger', async () => {
    const suggester = await createSuggester({ documents })

    expect(suggester.suggest('change the passw')[0]?.documentId).toBe('art_password')
    expect(suggester.suggest('dowload spreadshet')[0]?.documentId).toBe('art_export')
  })

  it.each([
    '',
    '?!',
    'no',
    'Is',
    '404',
    '🙂🙂🙂🙂',
    '12345 678',
    'asdf qwer zxcv',
    'what is the weather like in Paris',
    '天気はどうですか',
    'ما هو الطقس اليوم',
    '\ud800\udfff\ud800',
    '\u202eabc\u202c',
  ])('shows nothing for “%s”', async (text) => {
    const suggester = await createSuggester({ documents })

    expect(suggester.suggest(text)).toEqual([])
  })

  it('finds the question in a long message, and takes any length', async () => {
    const suggester = await createSuggester({ documents })
    const chatter = 'The weather was lovely all the time and we saw many old towns. '.repeat(3000)

    expect(suggester.suggest(`Hello there. How can I change my password? ${chatter}`)[0]?.documentId).toBe(
      'art_password',
    )
  })

  it('has nothing without documents, of a kind that is not there, or with room for none', async () => {
    const empty = await createSuggester({ documents: [], evidence: [solved('where is my invoice', 'art_billing')] })
    const suggester = await createSuggester({ documents })

    expect(empty.search('where is my invoice')).toEqual([])
    expect(suggester.search('invoices', { limit: 0 })).toEqual([])
  })

  it('searches with the best first, scores 0 … 1, never more than asked for', async () => {
    const suggester = await createSuggester({ documents })

    const found = suggester.search('open the settings', { limit: 4 })

    const scores = found.map(({ score }) => score)
    expect(found).toHaveLength(4)
    expect(scores).toEqual(scores.toSorted((a, b) => b - a))
    expect(scores.every((score) => score >= 0 && score <= 1)).toBe(true)
  })
})

describe('suggesting in several languages', () => {
  const manual = createSuggester({
    documents: [
      article('art_en', 'Export invoices', 'Export all invoices as CSV.'),
      article('art_de', 'Rechnungen exportieren', 'Export aller Rechnungen als CSV.', 'de'),
      article('art_fr', 'Exporter les factures', 'Export de toutes les factures en CSV.', 'fr-CA'),
      article('art_zh', '导出发票', '您可以将所有发票导出为表格。', 'zh'),
      article('art_ja', '請求書の書き出し', 'すべての請求書を書き出せます。', 'ja'),
      article('art_ar', 'تصدير الفواتير', 'يمكنك تصدير كل الفواتير كملف.', 'ar'),
      article('art_tr', 'Faturaları dışa aktarma', 'Tüm faturaları dosya olarak indirin.', 'tr'),
      article('art_lt', 'Sąskaitų eksportavimas', 'Visas sąskaitas galima atsisiųsti.', 'lt'),
    ],
  })
  const idsOf = async (text: string, options: SuggestOptions = {}) =>
    (await manual).suggest(text, options).map(({ documentId }) => documentId)

  it('puts documents of the reader’s language first', async () => {
    expect((await idsOf('csv export', { locale: 'de-AT' }))[0]).toBe('art_de')
    expect((await idsOf('csv export', { locale: 'fr' }))[0]).toBe('art_fr')
  })

  it('does not put a poor fit of the reader’s language before a good one of another', async () => {
    expect((await idsOf('Rechnungen exportieren', { locale: 'en' }))[0]).toBe('art_de')
  })

  it('reads a text in the language it is written in, whatever the reader’s is', async () => {
    const german = ['Mahnungen verschicken', 'Zahlungsarten verwalten', 'Konto kündigen']
    const english = ['Send reminders', 'Manage payment methods', 'Cancel the account']
    const documents = [
      ...german.map((title, at) => article(`art_de_${at}`, title, `So können Sie ${title}.`, 'de')),
      ...english.map((title, at) => article(`art_en_${at}`, title, `How to ${title}.`)),
    ]
    const suggester = await createSuggester({ documents, evidence: [solved('how was I charged twice', 'art_de_1')] })

    for (const locale of ['en', 'de']) {
      const firstFor = (text: string) => suggester.search(text, { locale })[0]
      expect(firstFor('Wie verschicke ich eine Mahnung')).toMatchObject({
        documentId: 'art_de_0',
        why: { words: ['verschicke', 'mahnung'] },
      })
      expect(firstFor('charged me twice')?.documentId).toBe('art_de_1')
    }
  })

  it.each([
    ['怎么导出发票', 'zh', 'art_zh'],
    ['請求書を書き出したい', 'ja', 'art_ja'],
    ['كيف يمكن تصدير الفواتير', 'ar', 'art_ar'],
    ['faturalari disa aktar', 'tr', 'art_tr'],
    ['kaip eksportuoti sąskaitas', 'lt', 'art_lt'],
  ])('finds “%s”', async (text, locale, id) => {
    expect((await idsOf(text, { locale }))[0]).toBe(id)
    expect((await idsOf(text))[0]).toBe(id)
  })
})
