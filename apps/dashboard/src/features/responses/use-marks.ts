import type { Area, ResponseDetail, ResponseItem, ResponsePage } from '@heed/contracts'
import { type InfiniteData, type QueryClient, useMutation, useQueryClient } from '@tanstack/preact-query'
import { send } from '../../api.ts'

type Marked = Pick<ResponseItem, 'id'> & Partial<Pick<ResponseItem, 'starred' | 'areas'>>

const pathOf = (id: string) => `/api/responses/${encodeURIComponent(id)}`

/** Stars an answer for the whole team, or takes the star away; it shows at once. @throws ApiProblem `response_not_found` */
export const useStar = () =>
  useMarking(
    ({ id, starred }: { id: string; starred: boolean }) =>
      send<ResponseItem>(starred ? 'PUT' : 'DELETE', `${pathOf(id)}/star`),
    (given) => given,
  )

/** Says what an answer is about, all areas anew. @throws ApiProblem `response_not_found`, `area_not_found` */
export const useAreaMarking = () =>
  useMarking(
    ({ id, areas }: { id: string; areas: Area[] }) =>
      send<ResponseItem>('PUT', `${pathOf(id)}/areas`, { areaIds: areas.map((area) => area.id) }),
    (given) => given,
  )

/** Shows the mark before the server has it, and asks again for what stands there when it did not take it. */
function useMarking<Given>(change: (given: Given) => Promise<ResponseItem>, markOf: (given: Given) => Marked) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onMutate: (given) => mark(client, markOf(given)),
    onSuccess: ({ id, starred, areas }) => mark(client, { id, starred, areas }),
    onError: (_error, given) => {
      void client.invalidateQueries({ queryKey: ['responses'] })
      void client.invalidateQueries({ queryKey: ['response', markOf(given).id] })
    },
  })
}

/** Rows that no longer fit a filter stay until the list is asked for anew: what one just pressed does not jump away. */
function mark(client: QueryClient, marked: Marked): void {
  client.setQueriesData<InfiniteData<ResponsePage>>(
    { queryKey: ['responses'] },
    (data) =>
      data && {
        ...data,
        pages: data.pages.map((page) => ({
          ...page,
          items: page.items.map((item) => (item.id === marked.id ? { ...item, ...marked } : item)),
        })),
      },
  )
  client.setQueryData<ResponseDetail>(['response', marked.id], (detail) => detail && { ...detail, ...marked })
}
