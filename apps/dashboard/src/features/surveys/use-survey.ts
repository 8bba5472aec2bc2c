import type {
  SamplingReport,
  Survey,
  SurveyChange,
  SurveyDefinition,
  SurveyReach,
  SurveyVersion,
  TestLink,
} from '@heed/contracts'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'
import { surveysKey } from './use-surveys.ts'

const pathOf = (id: string) => `/api/surveys/${encodeURIComponent(id)}`
export const surveyKey = (id: string) => ['surveys', 'one', id]

export const readSurvey = (id: string, signal?: AbortSignal) => get<Survey>(pathOf(id), [], signal)

/** @throws ApiProblem `survey_changed`, `survey_running`, `invalid_input` */
export const saveSurvey = (id: string, change: SurveyChange) => send<Survey>('PUT', pathOf(id), change)

/** @throws ApiProblem `survey_not_found` */
export const useSurvey = (id: string) =>
  useQuery({ queryKey: surveyKey(id), queryFn: ({ signal }) => readSurvey(id, signal), staleTime: 0 })

/**
 * Launches what was read or saved at that moment; what somebody else made of it since is read instead.
 * @throws ApiProblem `survey_incomplete`, whose fields say what is missing; `survey_changed`, `wrong_survey_state`
 */
export function useLaunch(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (basedOn: string) => send<Survey>('PUT', `${pathOf(id)}/launch`, { basedOn }),
    onError: () => client.invalidateQueries({ queryKey: surveyKey(id) }),
    onSuccess: (survey) => {
      client.setQueryData(surveyKey(id), survey)
      void client.invalidateQueries({ queryKey: surveysKey, exact: true })
    },
  })
}

/** Whom a survey would ask, and how many answers may come of it. */
export const useReach = (definition: SurveyDefinition) =>
  useQuery({
    queryKey: [
      'surveys',
      'reach',
      definition.kind,
      definition.targeting,
      definition.sampling,
      definition.repeatAfterDays,
    ],
    queryFn: () => send<SurveyReach>('POST', '/api/surveys/reach', definition),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

/** Over which groups a target would be spread. */
export const useSamplingPlan = (definition: SurveyDefinition) =>
  useQuery({
    queryKey: ['surveys', 'plan', definition.kind, definition.targeting, definition.sampling],
    queryFn: () => send<SamplingReport>('POST', '/api/surveys/sampling-plan', definition),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  })

/** Versions, the newest first. */
export const useVersions = (id: string) =>
  useQuery({
    queryKey: ['surveys', 'versions', id],
    queryFn: ({ signal }) => get<{ items: SurveyVersion[] }>(`${pathOf(id)}/versions`, [], signal),
    staleTime: 0,
  })

export const useTestLink = () =>
  useMutation({ mutationFn: (id: string) => send<TestLink>('POST', `${pathOf(id)}/test-links`) })
