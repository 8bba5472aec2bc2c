import { describe, expect, it } from 'vitest'
import { draftOf } from './draft-of.ts'

const said = (text: string, locale: string | null = 'de') => ({ text, locale })

describe('an article to begin with', () => {
  it('has the most typical wording as its title, and all of them to answer', () => {
    const draft = draftOf(said('Wo ist mein Beleg? Ich finde ihn nicht.'), [said('beleg\nfehlt')], 'en')

    expect(draft).toEqual({
      title: 'Wo ist mein Beleg?',
      body: '> Wo ist mein Beleg? Ich finde ihn nicht.\n\n> beleg fehlt\n',
      locale: 'de',
    })
  })

  it('is in the language of the workspace where that of the words is not known', () => {
    expect(draftOf(said('fax number', null), [], 'en')).toMatchObject({ title: 'fax number', locale: 'en' })
    expect(draftOf(said('fax number', 'EN_us'), [], 'fr').locale).toBe('fr')
  })

  it.each([
    ['請求書はどこですか。急いでいます。', '請求書はどこですか'],
    ['届きません！？もう一週間です。', '届きません'],
    ['！！助けて。カードがない', '！！助けて'],
    ['Version 2.1 fails. Why?', 'Version 2.1 fails'],
  ])('takes the first sentence as its title, in scripts without spaces too: %s', (text, title) => {
    expect(draftOf(said(text, null), [], 'ja').title).toBe(title)
  })

  it('has a title of one line', () => {
    const { title } = draftOf(said(`${'very '.repeat(60)}long`), [], 'en')

    expect(title.length).toBeLessThanOrEqual(121)
    expect(title.endsWith(' very…')).toBe(true)
  })
})
