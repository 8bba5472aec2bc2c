import type { Session, SignIn } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

export const sessionKey = ['session']

/** Who is signed in, and where. Fails with `not_signed_in`. */
export const useSession = () =>
  useQuery({
    queryKey: sessionKey,
    queryFn: ({ signal }) => get<Session>('/api/session', [], signal),
    staleTime: Number.POSITIVE_INFINITY,
  })

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (signIn: SignIn) => send<Session>('POST', '/api/session', signIn),
    onSuccess: (session) => {
      // The session before may have ended by itself, and been somebody else's.
      client.clear()
      client.setQueryData(sessionKey, session)
    },
  })
}

/** Ends the session and forgets everything that was read in it. */
export function useSignOut(onDone: () => void) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => send<void>('DELETE', '/api/session'),
    onSuccess: () => {
      client.clear()
      onDone()
    },
  })
}
