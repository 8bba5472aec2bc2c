import type { Segment, SegmentCondition } from '@heed/contracts'
import { describeTenure } from './describe-tenure.ts'
import { type SegmentWords, wordsFor } from './words.ts'

/** How to write amounts and words: an ISO 4217 code and a BCP 47 tag. */
export type Writing = { currency: string; locale: string }

/**
 * Says in plain words whom a segment holds, one short phrase a condition, in the order given: "Growth or Enterprise",
 * "spend ≥ $100", "6 months or longer", "Industry: Retail or Energy". Everyone: an empty list.
 * @throws RangeError on a locale or currency that is not well-formed
 */
export function describeSegment(segment: Segment, writing: Writing): string[] {
  const { words, spoken } = wordsFor(writing.locale)
  return segment.all.map((condition) => describeCondition(condition, words, { ...writing, locale: spoken }))
}

function describeCondition(condition: SegmentCondition, words: SegmentWords, writing: Writing): string {
  switch (condition.field) {
    case 'plan':
      return anyOf(
        condition.anyOf.map((plan) => capitalised(plan, writing.locale)),
        writing.locale,
      )
    case 'spend':
      return describeSpend(condition, words, writing)
    case 'tenure':
      return describeTenure(condition, words, writing.locale)
    case 'trait': {
      const values = condition.anyOf.map((value) => (value === '' ? words.empty : value))
      const name = capitalised(condition.name.replaceAll('_', ' '), writing.locale)
      return words.trait(name, anyOf(values, writing.locale))
    }
  }
}

function describeSpend(
  { atLeastMinor, atMostMinor }: { atLeastMinor?: number | undefined; atMostMinor?: number | undefined },
  words: SegmentWords,
  { currency, locale }: Writing,
): string {
  const format = new Intl.NumberFormat(locale, { style: 'currency', currency, trailingZeroDisplay: 'stripIfInteger' })
  const decimals = format.resolvedOptions().maximumFractionDigits ?? 2
  const amount = (minor: number) => format.format(minor / 10 ** decimals)

  if (atLeastMinor === undefined)
    return atMostMinor === undefined ? words.spendKnown : words.spendUpTo(amount(atMostMinor))
  if (atMostMinor === undefined) return words.spendFrom(amount(atLeastMinor))
  if (atLeastMinor === atMostMinor) return words.spendExactly(amount(atLeastMinor))
  return words.spendBetween(amount(atLeastMinor), amount(atMostMinor))
}

const anyOf = (values: string[], locale: string): string =>
  new Intl.ListFormat(locale, { type: 'disjunction' }).format(values)

/** Plans and traits are often written as keys ("growth"); the first letter is raised, the rest left as it is. */
function capitalised(text: string, locale: string): string {
  const [first = '', ...rest] = text
  return first.toLocaleUpperCase(locale) + rest.join('')
}
