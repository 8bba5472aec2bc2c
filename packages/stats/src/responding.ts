import type { Figure } from './figure.ts'
import { shareFigure } from './scores.ts'

/**
 * Response rate: answers ÷ people asked, 0 … 1, with Wilson's margin (as a sample of how people of this kind respond).
 * An answer without a known asking does not lift it above 1.
 * @returns null where nobody was asked
 */
export const responseRate = (answers: number, asked: number): Figure | null =>
  shareFigure(Math.min(answers, asked), asked)
