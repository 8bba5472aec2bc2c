import type { PasswordChange, Profile } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'
import { sessionKey } from '../sign-in/use-session.ts'

const profileKey = ['profile']

/** Oneself. */
export const useProfile = () =>
  useQuery({
    queryKey: profileKey,
    queryFn: ({ signal }) => get<Profile>('/api/profile', [], signal),
  })

/** One's name also stands in the session. */
export function useNameChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (name: string) => send<Profile>('PATCH', '/api/profile', { name }),
    onSuccess: (profile) => {
      client.setQueryData(profileKey, profile)
      return client.invalidateQueries({ queryKey: sessionKey })
    },
  })
}

/** Sets the password and signs other browsers out. Fails with `wrong_password`. */
export function usePasswordChange() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (change: PasswordChange) => send<void>('PUT', '/api/profile/password', change),
    onSuccess: () => client.invalidateQueries({ queryKey: profileKey }),
  })
}

/** Ends every session, this one too, and forgets what was read in it. */
export function useSignOutEverywhere(onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => send<void>('DELETE', '/api/sessions'),
    onSuccess: () => {
      client.clear()
      onDone()
    },
  })
}
