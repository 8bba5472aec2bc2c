import type {
  CreatedSharedResults,
  NewSharedResults,
  SamplingReport,
  SharedResults,
  SurveyCut,
  SurveyResult,
} from '@heed/contracts'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'
import type { Pairs } from '../segments/segment-url.ts'

const pathOf = (surveyId: string) => `/api/surveys/${encodeURIComponent(surveyId)}`

/** @throws ApiProblem `survey_not_found`, `invalid_input` */
export const useResult = (surveyId: string, pairs: Pairs, enabled = true) =>
  useQuery({
    queryKey: ['results', surveyId, pairs],
    queryFn: ({ signal }) => get<SurveyResult>(`${pathOf(surveyId)}/results`, pairs, signal),
    placeholderData: keepPreviousData,
    enabled,
  })

/** @param by plan, tenure, spend, version, locale or trait.<name> */
export const useCut = (surveyId: string, pairs: Pairs, by: string, enabled = true) =>
  useQuery<SurveyCut>({
    queryKey: ['results', 'cut', surveyId, pairs, by],
    queryFn: ({ signal }) => get<SurveyCut>(`${pathOf(surveyId)}/cuts`, [...pairs, ['by', by]], signal),
    // The parts of another dimension would stand under the wrong name.
    placeholderData: (before) => (before?.by === by ? before : undefined),
    enabled,
  })

/** Whom the survey asked in its wave of now. */
export const useSampling = (surveyId: string) =>
  useQuery({
    queryKey: ['results', 'sampling', surveyId],
    queryFn: ({ signal }) => get<SamplingReport>(`${pathOf(surveyId)}/sampling`, [], signal),
  })

const sharesKey = (surveyId: string) => ['results', 'shares', surveyId]

/** Links that work, newest first. */
export const useShares = (surveyId: string) =>
  useQuery({
    queryKey: sharesKey(surveyId),
    queryFn: ({ signal }) => get<{ items: SharedResults[] }>(`${pathOf(surveyId)}/shares`, [], signal),
  })

export function useShareCreation(surveyId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (share: NewSharedResults) => send<CreatedSharedResults>('POST', `${pathOf(surveyId)}/shares`, share),
    onSuccess: () => void client.invalidateQueries({ queryKey: sharesKey(surveyId) }),
  })
}

/** @throws ApiProblem `share_not_found` */
export function useShareRevocation(surveyId: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (shareId: string) => send<void>('DELETE', `${pathOf(surveyId)}/shares/${encodeURIComponent(shareId)}`),
    onSuccess: () => void client.invalidateQueries({ queryKey: sharesKey(surveyId) }),
  })
}
