import { type ShareWithMargin, shareWithMargin } from './share.ts'

/** The middle value, or the mean of the two middle ones; null of none. */
export function median(values: readonly number[]): number | null {
  const sorted = values.toSorted((a, b) => a - b)
  const upper = sorted[Math.floor(sorted.length / 2)]
  const lower = sorted[Math.ceil(sorted.length / 2) - 1]
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2
}

/**
 * Share of first responses that came within the target, the target itself included, with its 95 % margin.
 * @param valuesMs first response times in milliseconds
 * @returns null when there are none
 */
export const withinTarget = (valuesMs: readonly number[], targetMs: number): ShareWithMargin | null =>
  shareWithMargin(valuesMs.filter((valueMs) => valueMs <= targetMs).length, valuesMs.length)
