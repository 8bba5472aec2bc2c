import type { Erasure } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

const pathOf = (personId: string) => `/api/people/${encodeURIComponent(personId)}`

/** What would go with a person, and what would stay, as of now. Fails with `person_not_found`. */
export const useErasure = (personId: string) =>
  useQuery({
    queryKey: ['erasure', personId],
    queryFn: ({ signal }) => get<Erasure>(`${pathOf(personId)}/erasure`, [], signal),
    staleTime: 0,
  })

/** Erases a person. What is shown elsewhere may speak of them, so all of it is asked for again. */
export const useErasing = (personId: string) => {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => send<Erasure>('DELETE', pathOf(personId)),
    onSuccess: () => {
      client.removeQueries({ queryKey: ['person', personId] })
      void client.invalidateQueries({ refetchType: 'none' })
    },
  })
}
