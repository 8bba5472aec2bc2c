import type { Figure, Scale } from './figure.ts'
import { shareWithMargin } from './share.ts'
import type { ValueCount } from './summary.ts'

/** The scale of CES, as the contracts have it. */
export const cesScale: Scale = { lowest: 1, highest: 7 }

/**
 * CSAT: the share that answered 4 or 5 of 1 … 5, 0 … 1, with Wilson's margin.
 * @param counts how often each score was given
 * @param base how many could have answered; left out: unknown or without end
 * @returns null where nobody answered
 */
export function csat(counts: readonly ValueCount[], base?: number): Figure | null {
  const satisfied = counts.filter(({ value }) => value >= 4)
  return shareFigure(sumOf(satisfied), sumOf(counts), base)
}

/** One option or score: how many chose it, and their share of all who answered, 0 … 1, with its margin. */
export type OptionShare<T> = { option: T; chosen: number; share: Figure | null }

/**
 * The share of each option with Wilson's margin, each looked at by itself: it says how sure one share is, not whether two
 * options differ. With several choices a person, shares add up to more than 1.
 * @param chosen how many chose each option, in the order wanted; options that nobody chose count as well
 * @param answers how many people answered; left out: the sum, which is right where each chose one
 * @param base how many could have answered
 */
export function distribution<T>(
  chosen: readonly { option: T; chosen: number }[],
  answers = chosen.reduce((total, option) => total + option.chosen, 0),
  base?: number,
): OptionShare<T>[] {
  return chosen.map((row) => ({ ...row, share: shareFigure(Math.min(row.chosen, answers), answers, base) }))
}

/** A share as a figure, 0 … 1; see {@link shareWithMargin}. */
export function shareFigure(hits: number, of: number, base?: number): Figure | null {
  const margin = shareWithMargin(hits, of, base)
  return margin && { value: margin.share, low: margin.low, high: margin.high, answers: of }
}

const sumOf = (counts: readonly ValueCount[]): number => counts.reduce((total, { answers }) => total + answers, 0)
