import type { DateTest, NumberTest, TextTest, TraitValue } from '@heed/contracts'

type Bounds = { from?: number | undefined; to?: number | undefined }

const dayMs = 86_400_000
const aDate = /^\d{4}-[01]\d-[0-3]\d(T[\d:.]+Z)?$/

export const isSoOften = ({ from = Number.NEGATIVE_INFINITY, to = Number.POSITIVE_INFINITY }: Bounds, count: number) =>
  from <= count && count <= to

export function meetsText(test: TextTest, value: string | null | undefined): boolean {
  if (value === null || value === undefined) return false
  switch (test.op) {
    case 'is':
      return test.values.includes(value)
    case 'contains':
      return smallLetters(value).includes(smallLetters(test.text))
    case 'starts':
      return smallLetters(value).startsWith(smallLetters(test.text))
    case 'known':
      return true
  }
}

/** A–Z alone: the stores agree about no other letters. */
const smallLetters = (text: string): string => text.replace(/[A-Z]/g, (letter) => letter.toLowerCase())

export const meetsNumber = (test: NumberTest, value: number | null): boolean =>
  value !== null && (test.op === 'known' || isSoOften(test, value))

/** By days of UTC, as text; a bound left out is open, also into the future. `value`: an ISO day, or a moment in UTC. */
export function meetsDate(test: DateTest, value: string | undefined, at: Date): boolean {
  if (value === undefined) return false
  const day = value.slice(0, 10)
  switch (test.op) {
    case 'known':
      return true
    case 'dates':
      return (test.from ?? '') <= day && (test.to === undefined || day <= test.to)
    case 'ago':
      return (
        (test.fromDays === undefined || day <= dayBefore(at, test.fromDays)) &&
        (test.toDays === undefined || day >= dayBefore(at, test.toDays))
      )
  }
}

/** The day of UTC so many days before a moment. */
export const dayBefore = (at: Date, days: number): string =>
  new Date(at.getTime() - days * dayMs).toISOString().slice(0, 10)

/**
 * A trait, whose kind decides which tests it can meet: `is` any single value, a number written as JSON writes it;
 * `contains` and `starts` a text; numbers a number; dates an ISO date as text; `known` whatever is there, a list too.
 */
export function meetsTrait(test: TextTest | NumberTest | DateTest, value: TraitValue | undefined, at: Date): boolean {
  if (value === undefined) return false
  switch (test.op) {
    case 'known':
      return true
    case 'is':
      return !Array.isArray(value) && meetsText(test, String(value))
    case 'contains':
    case 'starts':
      return typeof value === 'string' && meetsText(test, value)
    case 'between':
      return typeof value === 'number' && meetsNumber(test, value)
    case 'dates':
    case 'ago':
      return typeof value === 'string' && aDate.test(value) && meetsDate(test, value, at)
  }
}
