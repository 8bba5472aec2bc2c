import type { AskRefusal } from '@heed/contracts'
import type { SurveyConfig, VisitorKept } from './link.ts'

/** Why the server does not let this person be asked that survey now, as far as it said, and of this version. */
export function refusalOf({ refusals }: VisitorKept, { id, version }: SurveyConfig): AskRefusal | undefined {
  const [reason, of, untilMs = 0] = refusals?.[id] ?? []
  return of === version && (untilMs > Date.now() || untilMs === performance.timeOrigin) ? reason : undefined
}
