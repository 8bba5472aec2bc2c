// How what is not a word of ours is written: numbers, money, countries, languages, and names that customers chose.

export type Write<T> = (value: T) => string

export function moneyIn(currency: string, locale: string): Write<number> {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  return (minor) => format.format(minor / 10 ** decimals)
}

export function numbersIn(locale: string): Write<number> {
  const format = new Intl.NumberFormat(locale, { maximumFractionDigits: 10 })
  return (value) => format.format(value)
}

/** The name of a country by its code of two letters; null where there is none. */
export function countryIn(locale: string): (code: string) => string | null {
  const names = new Intl.DisplayNames(locale, { type: 'region', fallback: 'none' })
  return (code) => (/^[A-Za-z]{2}$/.test(code) ? (names.of(code.toUpperCase()) ?? null) : null)
}

/** The name of a language by its tag, such as de or de-AT; null where there is none. */
export function languageIn(locale: string): (tag: string) => string | null {
  const names = new Intl.DisplayNames(locale, { type: 'language', fallback: 'none' })
  return (tag) => {
    try {
      return names.of(tag.replaceAll('_', '-')) ?? null
    } catch {
      return null // whatever a host app calls a locale
    }
  }
}

const rightToLeft = new Set(['ar', 'he'])
const hebrewOrArabic = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u
const onlyThose = /^[\p{Script=Hebrew}\p{Script=Arabic}\s]*$/u

/** Keeps a name that runs the other way from turning the numbers and signs next to it round. */
export function isolatedIn(language: string): Write<string> {
  const runsAgainst = rightToLeft.has(language)
    ? (text: string) => !onlyThose.test(text)
    : (text: string) => hebrewOrArabic.test(text)
  return (text) => (runsAgainst(text) ? `\u2068${text}\u2069` : text)
}

/** Traits are often written as keys: "company_size" and "companySize" as "Company size", all else with the first letter raised. */
export function keyInWords(key: string, locale?: string): string {
  const isCamel = /^[a-z][A-Za-z\d]*$/.test(key)
  const apart = isCamel
    ? key
        .replace(/(?<=[a-z\d])[A-Z](?=[a-z])/g, (letter) => ` ${letter.toLowerCase()}`)
        .replace(/(?<=[a-z\d])(?=[A-Z]{2})/g, ' ')
    : key.replaceAll('_', ' ')
  return capitalised(apart, locale)
}

/** Plans are often written as keys ("growth"); the first letter is raised, the rest left as it is. */
export function capitalised(text: string, locale?: string): string {
  const [first = '', ...rest] = text
  return (locale ? first.toLocaleUpperCase(locale) : first.toUpperCase()) + rest.join('')
}
