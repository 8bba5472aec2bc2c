import type { DeflectionReport, DeflectionWeek } from '@heed/contracts'
import { fewestAnswers, shareWithMargin } from '@heed/stats'
import type { TimeLook, TimePoint } from '../../ui/draw-time-chart.ts'
import { formatShare } from '../../ui/numbers.ts'
import { timeOnAxis } from '../results/period-words.ts'
import type { TimeMeasure } from './deflection-view.ts'

type OverTime = Pick<DeflectionReport, 'overTime' | 'step'>

/** From the first time with a request on, so that what was before takes no room. */
export function withoutSilence(overTime: DeflectionWeek[]): DeflectionWeek[] {
  const first = overTime.findIndex(({ requests }) => requests > 0)
  return first === -1 ? [] : overTime.slice(first)
}

const settlingMs = 7 * 86_400_000

/** Whether some of a time's requests may still be followed by a ticket, so that who has left for good is not known. */
const isOpen = (time: DeflectionWeek, measure: TimeMeasure, nowMs: number): boolean =>
  measure === 'left' && Date.parse(`${time.to}T24:00:00Z`) + settlingMs > nowMs

/** The share of a time's requests with its margin; null where they are too few for one, or it is not settled yet. */
const shareOf = (time: DeflectionWeek, measure: TimeMeasure, nowMs: number) =>
  time.requests < fewestAnswers || isOpen(time, measure, nowMs) ? null : shareWithMargin(time[measure], time.requests)

/** The times as they are drawn: one without a share is counted only. */
export const pointsOf = ({ overTime, step }: OverTime, measure: TimeMeasure, nowMs: number): TimePoint[] =>
  withoutSilence(overTime).map((time) => {
    const share = shareOf(time, measure, nowMs)
    return {
      label: timeOnAxis(time, step),
      value: share?.share ?? null,
      low: share?.low ?? null,
      high: share?.high ?? null,
      answers: time.requests,
    }
  })

/** Two times that can be drawn make a trend. */
export const hasTrend = (points: TimePoint[]): boolean => points.filter(({ value }) => value !== null).length >= 2

/** From zero to just above the highest margin. */
export const lookOf = (points: TimePoint[]): TimeLook => {
  const most = Math.max(0.2, ...points.map(({ value, high }) => (value === null ? 0 : (high ?? 0))))
  return { range: [0, Math.min(1, Math.ceil(most * 5) / 5)], steps: [0.1, 0.2, 0.5], format: formatShare }
}
