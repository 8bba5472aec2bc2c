/** The phrases that describe a segment, in one language. Amounts and lengths of time arrive already written out. */
export type SegmentWords = {
  spendFrom(amount: string): string
  spendUpTo(amount: string): string
  spendBetween(low: string, high: string): string
  spendExactly(amount: string): string
  /** A condition without bounds: whoever has a value. */
  spendKnown: string
  tenureFrom(time: string): string
  tenureUpTo(time: string): string
  /** The bound itself is not included. */
  tenureUnder(time: string): string
  /** A range that carries its unit, such as "3–12 months". */
  tenureBetween(times: string): string
  tenureKnown: string
  trait(name: string, values: string): string
  /** A value that is an empty text. */
  empty: string
}

const en: SegmentWords = {
  spendFrom: (amount) => `spend ≥ ${amount}`,
  spendUpTo: (amount) => `spend ≤ ${amount}`,
  spendBetween: (low, high) => `spend ${low}–${high}`,
  spendExactly: (amount) => `spend ${amount}`,
  spendKnown: 'spend known',
  tenureFrom: (time) => `${time} or longer`,
  tenureUpTo: (time) => `up to ${time}`,
  tenureUnder: (time) => `under ${time}`,
  tenureBetween: (times) => `tenure ${times}`,
  tenureKnown: 'tenure known',
  trait: (name, values) => `${name}: ${values}`,
  empty: 'empty',
}

const wordsByLanguage = new Map<string, SegmentWords>([['en', en]])

/** The words of a locale's language, and the locale to write numbers and lists in, so that both speak the same language. */
export function wordsFor(locale: string): { words: SegmentWords; spoken: string } {
  const words = wordsByLanguage.get(new Intl.Locale(locale).language)
  return words ? { words, spoken: locale } : { words: en, spoken: 'en' }
}
