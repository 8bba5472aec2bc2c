import type { FigureOfTime, SurveyResult } from '@heed/contracts'
import type { NpsBenchmark } from '@heed/stats'
import type { TimeLook, TimePoint } from '../../ui/draw-time-chart.ts'
import { benchmarkLabel } from './benchmark.tsx'
import { axisRange, stepsOf } from './figure-axis.ts'
import { formatValue, isEnough, type Measured } from './figure-words.ts'
import { timeOnAxis } from './period-words.ts'

type OverTime = Pick<SurveyResult, 'overTime' | 'step'>

/** A result over time as it is drawn: a time with too few answers is counted only. */
export const pointsOf = ({ overTime, step }: OverTime): TimePoint[] =>
  withoutSilence(overTime).map((time) => ({
    label: timeOnAxis(time, step),
    value: isEnough(time.figure) ? time.figure.value : null,
    low: time.figure.low,
    high: time.figure.high,
    answers: time.figure.answers,
  }))

/** From the first time with an answer on, so that what was before a survey takes no room. */
export function withoutSilence(overTime: FigureOfTime[]): FigureOfTime[] {
  const first = overTime.findIndex(({ figure }) => figure.answers > 0)
  return first === -1 ? [] : overTime.slice(first)
}

/** Two times that can be drawn make a trend, where the whole has answers enough. */
export const hasTrend = ({ overTime, enough }: Pick<SurveyResult, 'overTime' | 'enough'>): boolean =>
  enough && overTime.filter(({ figure }) => isEnough(figure)).length >= 2

/** The latest time that has a figure: a week that began today says nothing yet. The last of all where none has. */
export function latestPlace(times: FigureOfTime[]): number {
  const latest = times.findLastIndex(({ figure }) => isEnough(figure))
  return latest === -1 ? times.length - 1 : latest
}

/** How the times of a result are drawn. @param others results that stand beside it on the same axis */
export const lookOf = (
  measure: Measured,
  { overTime }: OverTime,
  benchmark?: NpsBenchmark,
  others: OverTime[] = [],
): TimeLook => ({
  range: axisRange(
    measure,
    [overTime, ...others.map((other) => other.overTime)].flat().map(({ figure }) => figure),
    ...(benchmark ? [benchmark.score] : []),
  ),
  steps: stepsOf(measure),
  format: (value) => formatValue(measure, value),
  ...(benchmark && { level: { value: benchmark.score, label: benchmarkLabel(benchmark) } }),
})
