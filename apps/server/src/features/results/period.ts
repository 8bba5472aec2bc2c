import type { ResultQuery, SurveyResult } from '@heed/contracts'
import { problem } from '../../http/problem.ts'

const dayMs = 86_400_000
/** Of NPS about one wave. */
const standardDays = 90
const mostDays = 3_650

export type Step = SurveyResult['step']

/** Whole days in UTC, both included, as moments: from `since` on, until before `until`. */
export type Period = { from: string; to: string; since: Date; until: Date; days: number; step: Step }

/**
 * The days that a query names: `from` until `to`, or the last so many until `to` or today. A moment ahead of now is in none.
 * @throws Problem invalid_input
 */
export function periodOf(query: Pick<ResultQuery, 'days' | 'from' | 'to'>, now: Date): Period {
  const to = query.to ?? isoDay(now)
  const from = query.from ?? isoDay(new Date(startOf(to) - ((query.days ?? standardDays) - 1) * dayMs))
  const days = (startOf(to) - startOf(from)) / dayMs + 1
  if (days < 1) throw unfit('must not be after to')
  if (days > mostDays) throw unfit(`must not be more than ${mostDays} days before to`)
  return {
    from,
    to,
    since: new Date(startOf(from)),
    until: new Date(Math.min(startOf(to) + dayMs, now.getTime() + 1)),
    days,
    step: days <= 31 ? 'day' : days <= 26 * 7 ? 'week' : 'month',
  }
}

const unfit = (message: string) => problem('invalid_input', { errors: [{ field: 'from', message }] })
const startOf = (day: string) => new Date(`${day}T00:00:00Z`).getTime()

/** The day of a moment in UTC, such as 2026-03-02. */
const isoDay = (at: Date) => at.toISOString().slice(0, 10)

/** A part of a period, both days included; `part` is what `countAnswers` calls it. */
export type Span = { part: string | number; from: string; to: string }

/** All days, weeks or months of a period, oldest first, cut off where it begins and ends. */
export function spansOf({ from, to, step }: Pick<Period, 'from' | 'to' | 'step'>): Span[] {
  const spans: Span[] = []
  for (let day = startOf(from); day <= startOf(to); ) {
    const part = partOf(new Date(day), step)
    const next = nextStart(new Date(day), step)
    spans.push({ part, from: isoDay(new Date(day)), to: isoDay(new Date(Math.min(next - dayMs, startOf(to)))) })
    day = next
  }
  return spans
}

const partOf = (day: Date, step: Step) => {
  const number = day.getTime() / dayMs
  if (step === 'month') return isoDay(day).slice(0, 7)
  return step === 'week' ? weekOf(number) : number
}

// 1970 began on a Thursday, and weeks begin on Monday.
const weekOf = (dayNumber: number) => Math.floor((dayNumber + 3) / 7)

const nextStart = (day: Date, step: Step) => {
  if (step === 'month') return Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + 1, 1)
  const number = day.getTime() / dayMs
  return (step === 'week' ? (weekOf(number) + 1) * 7 - 3 : number + 1) * dayMs
}
