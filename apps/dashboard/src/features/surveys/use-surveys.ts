import type { Survey, SurveyDefinition, SurveyListItem } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

export const surveysKey = ['surveys']

/** The workspace's surveys, newest first, each with its figure over the last 90 days. */
export const useSurveys = () =>
  useQuery({
    queryKey: surveysKey,
    queryFn: ({ signal }) => get<{ items: SurveyListItem[] }>('/api/surveys', [], signal),
    staleTime: 60_000,
  })

const pathOf = (id: string) => `/api/surveys/${encodeURIComponent(id)}`

/** What a member may do with a survey as a whole. The list is asked for again, because figures and states come with it. */
function useSurveyAct<Given, Reply>(act: (given: Given) => Promise<Reply>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: act,
    onSuccess: () => void client.invalidateQueries({ queryKey: surveysKey }),
  })
}

/** Adds a draft. @throws ApiProblem `invalid_input` */
export const useSurveyCreation = () =>
  useSurveyAct((definition: SurveyDefinition) => send<Survey>('POST', '/api/surveys', definition))

export const useSurveyCopying = () => useSurveyAct((id: string) => send<Survey>('POST', `${pathOf(id)}/copies`))

/** Deletes a draft. @throws ApiProblem `survey_running`, `survey_not_found` */
export const useSurveyRemoval = () => useSurveyAct((survey: Survey) => send<void>('DELETE', pathOf(survey.id)))

/** @throws ApiProblem `wrong_survey_state` */
export const useSurveyPausing = () => useSurveyAct((id: string) => send<Survey>('PUT', `${pathOf(id)}/pause`))
export const useSurveyResuming = () => useSurveyAct((id: string) => send<Survey>('DELETE', `${pathOf(id)}/pause`))
export const useSurveyEnding = () => useSurveyAct((id: string) => send<Survey>('PUT', `${pathOf(id)}/end`))
