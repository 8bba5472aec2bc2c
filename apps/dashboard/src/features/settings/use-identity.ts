import type { CreatedSigningKey, IdentityPatch, IdentitySettings, NewSigningKey } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

const identityKey = ['identity']

/** What the workspace believes, its signing keys, and how visitors came of late. */
export const useIdentity = () =>
  useQuery({
    queryKey: identityKey,
    queryFn: ({ signal }) => get<IdentitySettings>('/api/identity', [], signal),
  })

/** What was changed shows once the server has it: of these settings nobody should believe more. */
function useIdentityChange<Given, Result>(change: (given: Given) => Promise<Result>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: identityKey }),
  })
}

/** Switches enforcement (`nobody_signed` without a key), or what unverified values are used for. */
export const useIdentityPatch = () =>
  useIdentityChange((patch: IdentityPatch) => send<unknown>('PATCH', '/api/identity', patch))

/** Makes a key. The reply alone holds the secret. Fails with `signing_key_unfit`. */
export const useNewKey = () =>
  useIdentityChange((key: NewSigningKey) => send<CreatedSigningKey>('POST', '/api/identity/keys', key))

export const useKeyRevocation = () =>
  useIdentityChange((id: string) => send<void>('DELETE', `/api/identity/keys/${encodeURIComponent(id)}`))
