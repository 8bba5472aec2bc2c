import type { DeflectionDifference, DeflectionMeasure } from '@heed/contracts'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { formatCount, formatNps } from '../../ui/numbers.ts'

const words = text.deflection.claim

/** Tickets per 100 people, without a sign: 42. */
export const per100 = (ticketsAPerson: number): string => formatCount(Math.abs(ticketsAPerson) * 100)

/** What a difference means, in one sentence with its margin. */
export function differenceInWords({ value, low, high, verdict }: DeflectionDifference): string {
  switch (verdict) {
    case 'fewer':
      return words.fewer(per100(value), per100(low), per100(high))
    case 'more':
      return words.more(per100(value), per100(high), per100(low))
    case 'chance':
      return words.chance(endInWords(low), endInWords(high))
  }
}

/** One end of a margin: "6 more", "20 fewer". */
const endInWords = (difference: number): string =>
  difference < 0 ? words.oneMore(per100(difference)) : words.oneFewer(per100(difference))

/** Why nothing is claimed, and what is missing. Null where something is. */
export function missingInWords({ missing, shown, heldOut, peopleNeeded }: DeflectionMeasure): string | null {
  switch (missing) {
    case null:
      return null
    case 'too_few_people':
      return words.missing.too_few_people(peopleNeeded, shown.people, heldOut.people)
    default:
      return words.missing[missing]
  }
}

/** Fewer tickets per 100 people, as a number in a table: 18, −4. */
export const fewerPer100 = (difference: number): string => formatNps(difference * 100)

const hourMs = 3_600_000
const hours = (digits: number) =>
  new Intl.NumberFormat(locale, { style: 'unit', unit: 'hour', unitDisplay: 'long', maximumFractionDigits: digits })
const wholeHours = hours(0)
const tenthsOfHours = hours(1)

/** "34 hours", "2.5 hours", "−3 hours" */
export const formatHours = (ms: number): string => {
  const value = ms / hourMs
  const written = (Math.abs(value) < 10 ? tenthsOfHours : wholeHours).format(Math.abs(value))
  return Math.round(value * 10) < 0 ? `−${written}` : written
}
