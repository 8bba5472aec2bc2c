import type { Figure } from '@heed/contracts'
import { isEnough, type Measured, rangeOf } from './figure-words.ts'

/** Distances of ticks, the finest first. */
export const stepsOf = (measure: Measured): number[] => (rangeOf[measure][1] < 100 ? [1] : [20, 50])

/**
 * Ends of an axis: all margins that are drawn, of NPS also zero, and whatever it is held against; in whole steps within
 * what there can be, and never a narrow slit.
 */
export function axisRange(measure: Measured, figures: Figure[], ...others: number[]): [low: number, high: number] {
  const [lowest, highest] = rangeOf[measure]
  const step = stepsOf(measure)[0] ?? 20
  const drawn = figures.filter(isEnough).flatMap(({ low, high }) => [low ?? lowest, high ?? highest])
  const all = [...drawn, ...others, ...(measure === 'nps' ? [0] : [])]
  if (all.length === 0) return [lowest, highest]
  const bottom = clamp(floorTo(Math.min(...all), step, lowest), lowest, highest)
  const top = clamp(floorTo(Math.max(...all) + step - 1e-9, step, lowest), lowest, highest)
  if (top - bottom >= 2 * step) return [bottom, top]
  return [clamp(bottom - step, lowest, highest), clamp(top + step, lowest, highest)]
}

const floorTo = (value: number, step: number, from: number) => from + Math.floor((value - from) / step) * step
const clamp = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high)
