import type { Figure } from './figure.ts'
import { shareFigure } from './scores.ts'

/**
 * Response rate: answers ÷ people asked, 0 … 1, with Wilson's margin (as a sample of how people of this kind respond).
 * An answer without a known asking does not lift it above 1.
 * @returns null where nobody was asked
 */
export const responseRate = (answers: number, asked: number): Figure | null =>
  shareFigure(Math.min(answers, asked), asked)

/**
 * Coverage: the share of the base that stands in a stratum somebody answered from, 0 … 1. Of the rest a weighted figure
 * knows nothing.
 * @returns null where the base is empty
 */
export function coverage(strata: readonly { base: number; answers: number }[]): number | null {
  const total = strata.reduce((sum, { base }) => sum + base, 0)
  const heard = strata.reduce((sum, { base, answers }) => sum + (answers > 0 ? base : 0), 0)
  return total > 0 ? heard / total : null
}
