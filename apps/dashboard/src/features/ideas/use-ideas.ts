import type { IdeaItem, IdeaList, IdeaSettings, IdeaTitles, MemberIdea } from '@heed/contracts'
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

/** Ideas with the votes of a segment, filtered and sorted by the server. */
export const useIdeas = (pairs: [string, string][]) =>
  useQuery({
    queryKey: ['ideas', pairs],
    queryFn: ({ signal }) => get<IdeaList>('/api/ideas', pairs, signal),
    placeholderData: keepPreviousData,
  })

/** Ideas that say the like of a text; asked once it says something. */
export const useSimilarIdeas = (text: string) =>
  useQuery({
    queryKey: ['ideas', 'similar', text],
    queryFn: ({ signal }) => get<IdeaTitles>('/api/ideas/similar', [['text', text]], signal),
    enabled: text.trim().length > 2,
    placeholderData: keepPreviousData,
  })

/** Adds an idea that a member writes down. @throws ApiProblem `area_not_found` */
export function useIdeaCreation() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (idea: MemberIdea) => send<IdeaItem>('POST', '/api/ideas', idea),
    onSuccess: () => void client.invalidateQueries({ queryKey: ['ideas'] }),
  })
}

/** Sets how much one account may weigh. */
export function useAccountShare() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (settings: IdeaSettings) => send<IdeaSettings>('PUT', '/api/idea-settings', settings),
    onSuccess: () => client.invalidateQueries({ queryKey: ['ideas'] }),
  })
}
