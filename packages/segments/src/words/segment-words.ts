/** What a test is about, where no value stands beside it. */
export type FieldName = 'plan' | 'country' | 'locale' | 'spend' | 'tenure' | 'seats' | 'created' | 'seen'

/** A number of days or times, also as it is written: "1,000". Of a range ("2–5") `count` is the upper end. */
export type Counted = { count: number; written: string; isRange?: boolean }

/**
 * The phrases that describe a segment, in one language. Amounts, dates and tenures arrive written out, names and values
 * ready to stand in the sentence.
 */
export type SegmentWords = {
  everyone: string
  nobody: string
  /** A saved segment that is gone. */
  unknownSaved: string
  /** A value that is an empty text. */
  empty: string
  /** A field's name, to stand before a colon or in a sentence. */
  field: Record<FieldName, string>
  /** There is a value, whatever it is. */
  known(name: string): string
  contains(name: string, text: string): string
  starts(name: string, text: string): string
  /** "Industry: Retail or Energy" */
  named(name: string, values: string): string
  /** A trait of one side: "role (person)". */
  ofPerson(name: string): string
  ofAccount(name: string): string
  from(name: string, value: string): string
  upTo(name: string, value: string): string
  between(name: string, low: string, high: string): string
  exactly(name: string, value: string): string
  tenureFrom(time: string): string
  tenureUpTo(time: string): string
  /** The bound itself is not included. */
  tenureUnder(time: string): string
  /** One time, or a range that carries its unit, such as "3–12 months". */
  tenureBetween(times: string): string
  tenureKnown: string
  /** "created in the last 30 days"; `name` may be a trait's. */
  inLast(name: string, days: Counted): string
  /** A day, several ("1–31 March 2026") or how long ago: "3–7 days ago", "today". */
  onDays(name: string, days: string): string
  /** `day`: a day, or how long ago. */
  onOrAfter(name: string, day: string): string
  onOrBefore(name: string, day: string): string
  /** An event's name, in the quotes of the language. */
  quoted(name: string): string
  atLeast(what: string, times: Counted): string
  atMost(what: string, times: Counted): string
  exactlyTimes(what: string, times: Counted): string
  never(what: string): string
  /** "… in 30 days" */
  within(phrase: string, days: Counted): string
  tickets: Record<'any' | 'open' | 'closed', { some: string; none: string; name: string }>
  lastNps(scores: string): string
  not(phrase: string): string
}
