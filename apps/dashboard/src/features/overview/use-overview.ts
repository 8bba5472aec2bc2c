import type { NpsResult, TicketFigures } from '@heed/contracts'
import { keepPreviousData, useQuery } from '@tanstack/preact-query'
import { get } from '../../api.ts'

type Pairs = [string, string][]

/** NPS of a segment, over one survey or all. */
export const useNps = (segment: Pairs, surveyId: string | undefined) =>
  useQuery({
    queryKey: ['nps', segment, surveyId],
    queryFn: ({ signal }) =>
      get<NpsResult>('/api/nps', surveyId ? [...segment, ['surveyId', surveyId]] : segment, signal),
    placeholderData: keepPreviousData,
  })

export const useTicketFigures = (segment: Pairs) =>
  useQuery({
    queryKey: ['tickets', 'figures', segment],
    queryFn: ({ signal }) => get<TicketFigures>('/api/tickets/figures', segment, signal),
    placeholderData: keepPreviousData,
  })
