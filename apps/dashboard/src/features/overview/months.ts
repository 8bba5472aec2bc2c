import type { NpsFigure } from '@heed/contracts'

export type Month = { month: string; figure: NpsFigure }

/** With fewer answers a month's score is noise: it is counted, not drawn. */
export const leastAnswers = 10

export const isEnough = ({ answers, score }: NpsFigure): boolean => answers >= leastAnswers && score !== null

const nothing: NpsFigure = { score: null, low: null, high: null, answers: 0, promoters: 0, passives: 0, detractors: 0 }

/** Every month from the first with an answer to the last, so that silent months keep their place on the axis. */
export function withoutHoles(months: Month[]): Month[] {
  const answered = months.filter(({ figure }) => figure.answers > 0).sort((a, b) => (a.month < b.month ? -1 : 1))
  const byMonth = new Map(answered.map(({ month, figure }) => [month, figure]))
  const first = answered[0]?.month
  const last = answered.at(-1)?.month
  if (first === undefined || last === undefined) return []
  const all: Month[] = []
  for (let month = first; month <= last; month = monthAfter(month))
    all.push({ month, figure: byMonth.get(month) ?? nothing })
  return all
}

function monthAfter(month: string): string {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, number, 1)).toISOString().slice(0, 7)
}

/** Two months that can be drawn make a trend. */
export const hasTrend = (months: Month[]): boolean => months.filter(({ figure }) => isEnough(figure)).length >= 2

/** Ends of the score axis: all margins and zero, in steps of 20, within −100 … 100, never a narrow slit. */
export function scoreRange(months: Month[]): [low: number, high: number] {
  const drawn = months.map(({ figure }) => figure).filter(isEnough)
  const low = Math.min(0, ...drawn.map(({ low, score }) => low ?? score ?? 0))
  const high = Math.max(0, ...drawn.map(({ high, score }) => high ?? score ?? 0))
  const bottom = Math.max(-100, Math.floor(low / 20) * 20)
  const top = Math.min(100, Math.ceil(high / 20) * 20)
  return top - bottom >= 40 ? [bottom, top] : [Math.max(-100, bottom - 20), Math.min(100, top + 20)]
}
