import type { Locale } from '../loader/languages.ts'

/** With a tag that Intl can read; `en-US.UTF-8` would throw at the first date. */
export function readableLocale(locale: Locale): Locale {
  try {
    return { ...locale, tag: Intl.getCanonicalLocales(locale.tag)[0] ?? locale.language }
  } catch {
    return { ...locale, tag: locale.language }
  }
}
