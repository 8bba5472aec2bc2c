// For translators: the word on the tab at the edge of the page. One short word; it is set upright along the edge.
export const tabLabels = {
  en: 'Feedback',
  de: 'Feedback',
  fr: 'Votre avis',
  es: 'Su opinión',
  it: 'Feedback',
  pt: 'Feedback',
  tr: 'Geri bildirim',
  lt: 'Atsiliepimai',
  ar: 'ملاحظات',
  he: 'משוב',
  ru: 'Отзыв',
  ja: 'ご意見',
}

/** Languages the widget speaks; a runtime and a file of panel texts stand for each. */
export type Language = keyof typeof tabLabels

/** `tag` is for dates and numbers (`de-AT`), as somebody wrote it; `language` for words (`de`). */
export type Locale = { tag: string; language: Language; dir: 'ltr' | 'rtl' }

/** Takes the first wish that the widget can speak, else English. */
export function chooseLocale(wishes: unknown[]): Locale {
  for (const wish of wishes) {
    const tag = `${wish}`.replace(/_/g, '-')
    const language = tag.split('-')[0]?.toLowerCase() as Language
    if (Object.hasOwn(tabLabels, language)) {
      return { tag, language, dir: /ar|he/.test(language) ? 'rtl' : 'ltr' }
    }
  }
  return chooseLocale(['en'])
}
