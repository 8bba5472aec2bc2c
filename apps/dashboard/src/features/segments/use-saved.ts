import type { NewSavedSegment, SavedSegment, SegmentUse } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { useMemo } from 'preact/hooks'
import { get, send } from '../../api.ts'
import { locale } from '../../locales/locale.ts'

const savedKey = ['segments', 'list']
const pathOf = (id: string) => `/api/segments/${encodeURIComponent(id)}`

export const useSavedList = () =>
  useQuery({
    queryKey: savedKey,
    queryFn: ({ signal }) => get<{ items: SavedSegment[] }>('/api/segments', [], signal),
    staleTime: 60_000,
  })

/** Saved segments, and how each is called; none until they are loaded. */
export function useSaved() {
  const query = useSavedList()
  return useMemo(() => {
    const saved = query.data?.items ?? []
    return {
      saved,
      isLoaded: query.data !== undefined,
      nameOf: (id: string) => saved.find((each) => each.id === id)?.name,
    }
  }, [query.data])
}

/** What is built on a saved segment. */
export const useSegmentUses = (id: string | undefined) =>
  useQuery({
    queryKey: ['segments', 'uses', id],
    queryFn: ({ signal }) => get<SegmentUse>(`${pathOf(id ?? '')}/uses`, [], signal),
    enabled: id !== undefined,
    staleTime: 0,
  })

type SavedList = { items: SavedSegment[] }

/** Whatever is filtered by a saved segment may change with it: the list does at once, the rest is asked for again. */
function useSavedChange<Given, Reply>(
  change: (given: Given) => Promise<Reply>,
  inList: (items: SavedSegment[], reply: Reply, given: Given) => SavedSegment[],
) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSuccess: (reply, given) => {
      client.setQueryData<SavedList>(savedKey, (list) => list && { items: inList(list.items, reply, given) })
      void client.invalidateQueries({ predicate: ({ queryKey: [first] }) => first !== 'session' })
    },
  })
}

const withSaved = (items: SavedSegment[], saved: SavedSegment) =>
  [...items.filter(({ id }) => id !== saved.id), saved].sort((a, b) => a.name.localeCompare(b.name, locale))

/** Fails with `segment_name_taken`. */
export const useSegmentSaving = () =>
  useSavedChange((segment: NewSavedSegment) => send<SavedSegment>('POST', '/api/segments', segment), withSaved)

/** Fails with `segment_name_taken`, `segment_circular`, `segment_not_found`. */
export const useSegmentChange = () =>
  useSavedChange(
    ({ id, ...changes }: NewSavedSegment & { id: string }) => send<SavedSegment>('PATCH', pathOf(id), changes),
    withSaved,
  )

/** Fails with `segment_in_use`, `segment_not_found`. */
export const useSegmentRemoval = () =>
  useSavedChange(
    (id: string) => send<void>('DELETE', pathOf(id)),
    (items, _reply, removed) => items.filter(({ id }) => id !== removed),
  )
