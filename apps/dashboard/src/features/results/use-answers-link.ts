import type { Segment, Survey, SurveyResult } from '@heed/contracts'
import { useMemo } from 'preact/hooks'
import type { Filters } from '../segments/segment-url.ts'
import { useSegment } from '../segments/use-segment.ts'

/** The address of the answers that a figure counts: of this survey, period and version, narrowed further. */
export type AnswersLink = (filters: Filters, segment?: Segment) => string

/** @param result what is shown; its period says which days "the last 90" are */
export function useAnswersLink(
  { id }: Pick<Survey, 'id'>,
  result: Pick<SurveyResult, 'period'> | undefined,
): AnswersLink {
  const { link, filter } = useSegment()
  const version = filter('version')
  return useMemo(
    () => (filters, segment) => link('/responses', { surveyId: id, version, ...result?.period, ...filters }, segment),
    [id, version, result, link],
  )
}
