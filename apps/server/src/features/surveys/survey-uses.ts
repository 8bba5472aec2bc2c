import type { SegmentUse } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { savedSegmentsIn } from '../segments/saved-in.ts'
import { stateOf } from './survey-state.ts'
import { listSurveys } from './surveys.queries.ts'

/** Surveys that ask, or may still ask, the people of a saved segment. */
export async function listSurveysUsing(
  handle: Handle,
  workspaceId: string,
  segmentId: string,
  now: Date,
): Promise<SegmentUse['surveys']> {
  const surveys = await listSurveys(handle, workspaceId)
  return surveys.flatMap((survey) => {
    const { id, name, targeting } = survey
    const state = stateOf(survey, now)
    const isUsed = state !== 'ended' && savedSegmentsIn(targeting?.segment ?? '').includes(segmentId)
    return isUsed ? [{ id, name, state }] : []
  })
}
