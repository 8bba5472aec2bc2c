import type { CreatedKey, Key, NewKey } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

const keysKey = ['keys']

/** Keys in use, publishable ones first. */
export const useKeyList = ({ enabled = true }: { enabled?: boolean } = {}) =>
  useQuery({
    queryKey: keysKey,
    enabled,
    queryFn: ({ signal }) => get<{ items: Key[] }>('/api/keys', [], signal),
  })

/** What was changed shows once the server has it: nobody should believe that a key is shut when it is not. */
function useKeyChange<Given, Reply>(change: (given: Given) => Promise<Reply>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: keysKey }),
  })
}

const pathOf = (id: string) => `/api/keys/${encodeURIComponent(id)}`

/** Makes a key. The reply alone holds a secret one. */
export const useKeyCreation = () => useKeyChange((key: NewKey) => send<CreatedKey>('POST', '/api/keys', key))

/** Says which origins may use a publishable key, all of them anew. */
export const useOriginsChange = () =>
  useKeyChange(({ id, origins }: { id: string; origins: string[] }) => send<Key>('PATCH', pathOf(id), { origins }))

export const useKeyEnding = () => useKeyChange((id: string) => send<void>('DELETE', pathOf(id)))
