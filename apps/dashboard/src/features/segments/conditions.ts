import type { Segment, SegmentCondition } from '@heed/contracts'
import { currencyDigits } from '../../ui/numbers.ts'

type Field = SegmentCondition['field']
type Of<F extends Field> = Extract<SegmentCondition, { field: F }>

/** The condition on a field, where there is one. Traits are told apart by name. */
export function conditionOn<F extends Field>(segment: Segment, field: F, name?: string): Of<F> | undefined {
  return segment.all.find(
    (condition): condition is Of<F> =>
      condition.field === field && (condition.field !== 'trait' || condition.name === name),
  )
}

/** The segment with this condition in place of the one on the same field. */
export function withCondition(segment: Segment, condition: SegmentCondition): Segment {
  return { all: [...withoutCondition(segment, condition).all, condition] }
}

export function withoutCondition(segment: Segment, condition: SegmentCondition): Segment {
  return { all: segment.all.filter((other) => !isSameField(other, condition)) }
}

const isSameField = (a: SegmentCondition, b: SegmentCondition): boolean =>
  a.field === b.field && (a.field !== 'trait' || b.field !== 'trait' || a.name === b.name)

/** Values ticked one by one; with none left the condition goes. */
export function withValue(
  segment: Segment,
  on: { field: 'plan' } | { field: 'trait'; name: string },
  value: string,
  ticked: boolean,
): Segment {
  const before =
    (on.field === 'plan' ? conditionOn(segment, 'plan') : conditionOn(segment, 'trait', on.name))?.anyOf ?? []
  const anyOf = ticked
    ? [...before.filter((other) => other !== value), value]
    : before.filter((other) => other !== value)
  const condition: SegmentCondition = { ...on, anyOf }
  return anyOf.length === 0 ? withoutCondition(segment, condition) : withCondition(segment, condition)
}

/** Whole numbers within both bounds; either may be open. Null: no condition. */
export type Bounds = { from: number | null; to: number | null }

/** What an input for a bound holds: nothing, a number, or something else. */
export type Typed = { kind: 'empty' } | { kind: 'value'; value: number } | { kind: 'fault' }

export function readTyped(text: string): Typed {
  if (text.trim() === '') return { kind: 'empty' }
  const value = Number(text)
  return Number.isFinite(value) && value >= 0 ? { kind: 'value', value } : { kind: 'fault' }
}

/** An amount in major units, as typed, to whole minor units of the currency: 99.9, 'USD' → 9990. */
export const toMinor = (major: number, currency: string): number => Math.round(major * 10 ** currencyDigits(currency))

/** Minor units as the text of an input: 9990, 'USD' → "99.9". */
export const toMajorText = (minor: number, currency: string): string => String(minor / 10 ** currencyDigits(currency))

export type TenureUnit = 'days' | 'months'

/** Months count 30 days within a year, 365 days a year and 30.44 days otherwise, as the words of a segment do. */
export function monthsToDays(months: number): number {
  if (Number.isInteger(months) && months < 12) return months * 30
  if (months % 12 === 0) return (months / 12) * 365
  return Math.round(months * 30.44)
}

/** The number of months that `monthsToDays` turns into so many days, or null. */
export function daysToMonths(days: number): number | null {
  const near = Math.round(days / 30.44)
  return [near - 1, near, near + 1].find((months) => months >= 0 && monthsToDays(months) === days) ?? null
}

/** Months where both bounds are a number of them, else days. Months too when nothing is set yet. */
export function unitOf({ from, to }: Bounds): TenureUnit {
  return [from, to].every((bound) => bound === null || daysToMonths(bound) !== null) ? 'months' : 'days'
}
