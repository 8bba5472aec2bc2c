import type { Survey } from '@heed/contracts'
import { useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'

/** The surveys to choose from. They change rarely. */
export const useSurveys = () =>
  useQuery({
    queryKey: ['surveys'],
    queryFn: ({ signal }) => get<{ items: Survey[] }>('/api/surveys', [], signal),
    staleTime: 300_000,
  })
