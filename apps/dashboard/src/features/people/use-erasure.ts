import type { Erasure } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { useEffect } from 'preact/hooks'
import { get, send } from '../../api.ts'

const pathOf = (personId: string) => `/api/people/${encodeURIComponent(personId)}`

/** What would go with a person, and what would stay, as of now. Fails with `person_not_found`. */
export const useErasure = (personId: string) =>
  useQuery({
    queryKey: ['erasure', personId],
    queryFn: ({ signal }) => get<Erasure>(`${pathOf(personId)}/erasure`, [], signal),
    staleTime: 0,
  })

/** Erases a person. */
export const useErasing = (personId: string) =>
  useMutation({ mutationFn: () => send<Erasure>('DELETE', pathOf(personId)) })

/** Once a person is erased: whatever is shown may have counted them, so it is asked for again. */
export const useForgetting = (personId: string) => {
  const client = useQueryClient()
  useEffect(() => {
    client.removeQueries({ queryKey: ['person', personId] })
    void client.invalidateQueries()
  }, [client, personId])
}
