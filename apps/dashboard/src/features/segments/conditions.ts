import type { Segment, SegmentNode } from '@heed/contracts'
import { currencyDigits } from '../../ui/numbers.ts'

/** The segment narrowed to one plan: in place of what it says of plans at the top, where it says anything. */
export function ofPlan(segment: Segment, plan: string): Segment {
  const isPlan = (node: SegmentNode) => 'field' in node && node.field === 'plan'
  return {
    all: [...segment.all.filter((node) => !isPlan(node)), { field: 'plan', test: { op: 'is', values: [plan] } }],
  }
}

/** The segment without one of its conditions or groups. */
export const withoutNode = (segment: Segment, at: number): Segment => ({
  all: segment.all.filter((_, other) => other !== at),
})

/** What an input for a bound holds: nothing, a number, or something else. */
export type Typed = { kind: 'empty' } | { kind: 'value'; value: number } | { kind: 'fault' }

export function readTyped(text: string): Typed {
  if (text.trim() === '') return { kind: 'empty' }
  const value = Number(text)
  return Number.isFinite(value) ? { kind: 'value', value } : { kind: 'fault' }
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

/** Whole numbers within both bounds; either may be open. */
export type Bounds = { from?: number | undefined; to?: number | undefined }

/** Months where both bounds are a number of them, else days. Months too when nothing is set yet. */
export function unitOf({ from, to }: Bounds): TenureUnit {
  return [from, to].every((bound) => bound === undefined || daysToMonths(bound) !== null) ? 'months' : 'days'
}
