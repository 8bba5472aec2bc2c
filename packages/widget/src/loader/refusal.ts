import type { Refusal, SurveyConfig, VisitorKept } from './link.ts'

/** No refusal counts for longer, so that nobody waits for a time that a wrong clock named. */
export const longestMs = 7 * 86_400_000

/** Why this person is not to be asked that survey now, as far as it was said, of this version, and still holds. */
export function refusalOf({ refusals }: VisitorKept, { id, version }: SurveyConfig): Refusal[0] | undefined {
  const [reason, of, untilMs = 0] = refusals?.[id] ?? []
  const left = untilMs - Date.now()
  return of === version && ((left > 0 && left <= longestMs) || untilMs === performance.timeOrigin) ? reason : undefined
}
