import type { IdeaItem, IdeaList, IdeaState } from '@heed/contracts'
import { keepPreviousData, type QueryClient, useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

/** Ideas with the votes of a segment, sorted by the server. */
export const useIdeas = (pairs: [string, string][]) =>
  useQuery({
    queryKey: ['ideas', pairs],
    queryFn: ({ signal }) => get<IdeaList>('/api/ideas', pairs, signal),
    placeholderData: keepPreviousData,
  })

/** Changes how far an idea has come. Shown at once, and taken back when the server does not take it. */
export function useIdeaState(ideaId: string) {
  const client = useQueryClient()
  const key = ['idea state', ideaId]
  // A choice made while another is on its way follows it, and the last one is what shows.
  const isLast = () => client.isMutating({ mutationKey: key }) === 1
  return useMutation({
    mutationKey: key,
    scope: { id: key.join(' ') },
    mutationFn: (state: IdeaState) => send<IdeaItem>('PATCH', `/api/ideas/${encodeURIComponent(ideaId)}`, { state }),
    onMutate: (state) => {
      const before = stateOf(client, ideaId)
      showState(client, ideaId, state)
      return before
    },
    onSuccess: ({ state }) => {
      if (isLast()) showState(client, ideaId, state)
      // Sorted anew when the list is next opened: a row must not move away from under the hand.
      return client.invalidateQueries({ queryKey: ['ideas'], refetchType: 'none' })
    },
    onError: (_error, _state, before) => {
      if (before && isLast()) showState(client, ideaId, before)
      return client.invalidateQueries({ queryKey: ['ideas'] })
    },
  })
}

const stateOf = (client: QueryClient, ideaId: string): IdeaState | undefined =>
  client
    .getQueriesData<IdeaList>({ queryKey: ['ideas'] })
    .flatMap(([, list]) => list?.items ?? [])
    .find(({ id }) => id === ideaId)?.state

const showState = (client: QueryClient, ideaId: string, state: IdeaState) =>
  client.setQueriesData<IdeaList>(
    { queryKey: ['ideas'] },
    (list) => list && { items: list.items.map((idea) => (idea.id === ideaId ? { ...idea, state } : idea)) },
  )
