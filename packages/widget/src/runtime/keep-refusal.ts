import type { Refusal, SurveyConfig } from '../loader/link.ts'
import { longestMs } from '../loader/refusal.ts'
import type { Visitor } from './visitor.ts'

/**
 * Remembers why this person is not to be asked that survey now, so that the next page fetches nothing for it.
 * @param untilMs in milliseconds since 1970. By a clock that is behind, a time of the server may be a year ahead: it is
 * asked again after a week at the latest
 */
export function keepRefusal(
  { kept, keep }: Visitor,
  { id, version }: SurveyConfig,
  reason: Refusal[0],
  untilMs: number,
): void {
  const refusal: Refusal = [reason, version, Math.min(untilMs, Date.now() + longestMs)]
  keep({ refusals: { ...kept().refusals, [id]: refusal } })
}
