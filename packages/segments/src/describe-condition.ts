import type { SegmentCondition, TextTest } from '@heed/contracts'
import { describeDates } from './describe-dates.ts'
import { describeEvent, describeNps, describeTickets } from './describe-often.ts'
import { describeTenure } from './describe-tenure.ts'
import { capitalised, countryIn, isolatedIn, keyInWords, languageIn, moneyIn, numbersIn, type Write } from './names.ts'
import type { SegmentWords } from './words/segment-words.ts'

/** How one says it: the words of a language, and the locale to write numbers and lists in. */
export type Speech = {
  words: SegmentWords
  locale: string
  language: string
  currency: string
  nameOf?: ((segmentId: string) => string | undefined) | undefined
}

export function describeCondition(condition: SegmentCondition, speech: Speech): string {
  const { words, locale } = speech
  const isolated = isolatedIn(speech.language)
  switch (condition.field) {
    case 'plan':
      return sayPlan(condition.test, speech)
    case 'country':
      return sayCountry(condition.test, speech)
    case 'locale':
      return sayLocale(condition.test, speech)
    case 'spend':
      return sayRange(condition.test, words.field.spend, words, moneyIn(speech.currency, locale))
    case 'tenure':
      return condition.test.op === 'known' ? words.tenureKnown : describeTenure(condition.test, words, locale)
    case 'seats':
      return sayRange(condition.test, words.field.seats, words, numbersIn(locale))
    case 'created':
    case 'seen':
      return describeDates(condition.test, words.field[condition.field], words, locale)
    case 'trait':
      return sayTrait(condition, speech)
    case 'event':
      return describeEvent(condition, isolated(condition.name), words, locale)
    case 'tickets':
      return describeTickets(condition, words, locale)
    case 'nps':
      return describeNps(condition, words, locale)
    case 'segment': {
      const name = speech.nameOf?.(condition.id)
      return name === undefined ? words.unknownSaved : isolated(name)
    }
  }
}

/** Plans and countries are known by their names alone: "Growth or Enterprise", "Germany". */
function sayPlan(test: TextTest, speech: Speech): string {
  const name = capitalised(speech.words.field.plan, speech.locale)
  if (test.op !== 'is' || test.values.includes('')) return sayText(test, name, speech, capitalised)
  return anyOf(test.values, speech, capitalised)
}

function sayCountry(test: TextTest, speech: Speech): string {
  const country = countryIn(speech.locale)
  const write = (value: string) => country(value) ?? value
  if (test.op === 'is' && test.values.every(country)) return anyOf(test.values, speech, write)
  return sayText(test, capitalised(speech.words.field.country, speech.locale), speech, write)
}

function sayLocale(test: TextTest, speech: Speech): string {
  const language = languageIn(speech.locale)
  const name = capitalised(speech.words.field.locale, speech.locale)
  return sayText(test, name, speech, (value) => language(value) ?? value)
}

function sayTrait({ name, of, test }: Extract<SegmentCondition, { field: 'trait' }>, speech: Speech): string {
  const { words, locale } = speech
  const plain = isolatedIn(speech.language)(keyInWords(name))
  const called = of === 'person' ? words.ofPerson(plain) : of === 'account' ? words.ofAccount(plain) : plain
  switch (test.op) {
    case 'between':
      return sayRange(test, called, words, numbersIn(locale))
    case 'ago':
    case 'dates':
      return describeDates(test, called, words, locale, true)
    default:
      return sayText(test, called, speech)
  }
}

function sayText(test: TextTest, name: string, speech: Speech, write: Write<string> = (value) => value): string {
  const { words, language } = speech
  switch (test.op) {
    case 'is':
      return words.named(name, anyOf(test.values, speech, write))
    case 'contains':
      return words.contains(name, isolatedIn(language)(test.text))
    case 'starts':
      return words.starts(name, isolatedIn(language)(test.text))
    case 'known':
      return words.known(name)
  }
}

/** Values that read alike are named once. */
function anyOf(values: readonly string[], { words, locale, language }: Speech, write: Write<string>): string {
  const isolated = isolatedIn(language)
  const written = values.map((value) => (value === '' ? words.empty : isolated(write(value))))
  return new Intl.ListFormat(locale, { type: 'disjunction' }).format(new Set(written))
}

type RangeTest = { op: 'known' } | { op: 'between'; from?: number | undefined; to?: number | undefined }

function sayRange(test: RangeTest, name: string, words: SegmentWords, write: Write<number>): string {
  const { from, to } = test.op === 'known' ? {} : test
  if (from === undefined) return to === undefined ? words.known(name) : words.upTo(name, write(to))
  if (to === undefined) return words.from(name, write(from))
  return from === to ? words.exactly(name, write(from)) : words.between(name, write(from), write(to))
}
