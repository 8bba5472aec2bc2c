import type { Area, AreaUse } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

const usesKey = ['area-uses']

/** What carries each area; areas that nothing carries are left out. */
export const useAreaUses = () =>
  useQuery({
    queryKey: usesKey,
    queryFn: ({ signal }) => get<{ items: AreaUse[] }>('/api/areas/uses', [], signal),
  })

/** An area stands on requests, answers, ideas and articles, so all that was read is read again. */
function useAreaChange<Given, Reply>(change: (given: Given) => Promise<Reply>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: () => client.invalidateQueries(),
  })
}

const pathOf = (id: string) => `/api/areas/${encodeURIComponent(id)}`

/** Fails with `area_name_taken`. */
export const useAreaAdding = () => useAreaChange((name: string) => send<Area>('POST', '/api/areas', { name }))

/** Fails with `area_name_taken`. */
export const useAreaRenaming = () => useAreaChange(({ id, name }: Area) => send<Area>('PATCH', pathOf(id), { name }))

/** Fails with `area_in_use` where something carries it and no other is named. */
export const useAreaRemoval = () =>
  useAreaChange(({ id, moveTo }: { id: string; moveTo?: string }) =>
    send<void>('DELETE', moveTo === undefined ? pathOf(id) : `${pathOf(id)}?moveTo=${encodeURIComponent(moveTo)}`),
  )
