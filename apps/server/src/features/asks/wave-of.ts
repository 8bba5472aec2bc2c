import type { SurveyRow } from '../surveys/surveys.queries.ts'

const dayMs = 86_400_000

export type Wave = {
  /** 0 for the first. */
  wave: number
  startedAt: Date
  /** Null: it lasts as long as the survey. */
  endsAt: Date | null
}

/**
 * The wave that a survey is in: `repeatAfterDays` long each, from its launch on, or from its start where that came later.
 * A survey that asks once has one wave. Whoever was launched before waves were kept counts from when it was made.
 */
export function waveOf({ launchedAt, createdAt, startsAt, repeatAfterDays, endsAt }: WaveColumns, now: Date): Wave {
  const launched = launchedAt ?? createdAt
  const first = startsAt && startsAt > launched ? startsAt : launched
  if (repeatAfterDays === null) return { wave: 0, startedAt: first, endsAt }

  const longMs = repeatAfterDays * dayMs
  const wave = Math.max(0, Math.floor((now.getTime() - first.getTime()) / longMs))
  const startedAt = new Date(first.getTime() + wave * longMs)
  const next = new Date(startedAt.getTime() + longMs)
  return { wave, startedAt, endsAt: endsAt && endsAt < next ? endsAt : next }
}

type WaveColumns = Pick<SurveyRow, 'launchedAt' | 'createdAt' | 'startsAt' | 'repeatAfterDays' | 'endsAt'>
