/** Languages the widget speaks; a runtime locale file stands for each. */
export type Language = 'en' | 'de' | 'ar'

// For translators: the word on the tab at the edge of the page. One short word; it is set upright along the edge.
export const tabLabels: Record<Language, string> = {
  en: 'Feedback',
  de: 'Feedback',
  ar: 'ملاحظات',
}

/** `tag` is for dates and numbers (`de-AT`), `language` for words (`de`). */
export type Locale = { tag: string; language: Language; dir: 'ltr' | 'rtl' }

/** Takes the first wish that the widget can speak, else English. */
export function chooseLocale(wishes: (string | undefined)[]): Locale {
  for (const tag of [...wishes, 'en']) {
    const language = tag?.split(/[-_]/)[0]?.toLowerCase() ?? ''
    if (!tag || !Object.hasOwn(tabLabels, language)) continue
    return {
      tag: readable(tag.replace(/_/g, '-')) ?? language,
      language: language as Language,
      dir: language === 'ar' ? 'rtl' : 'ltr',
    }
  }
  return { tag: 'en', language: 'en', dir: 'ltr' }
}

/** The tag if Intl can read it; `en-US.UTF-8` would throw at the first date. */
function readable(tag: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    return undefined
  }
}
