import type { Session, SignIn } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'

export const sessionKey = ['session']

/** Who is signed in, and where. Fails with `not_signed_in`. */
export const useSession = () => useQuery(sessionQuery)

const sessionQuery = {
  queryKey: sessionKey,
  queryFn: ({ signal }: { signal: AbortSignal }) => get<Session>('/api/session', [], signal),
  staleTime: Number.POSITIVE_INFINITY,
}

/** When somebody signed in last, in milliseconds; asks for nothing. */
export const useSignedInAt = (): number => useQuery({ ...sessionQuery, enabled: false }).dataUpdatedAt

export function useSignIn() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (signIn: SignIn) => send<Session>('POST', '/api/session', signIn),
    onSuccess: (session) => {
      const before = client.getQueryData<Session>(sessionKey)
      // The session before may have ended by itself, and been somebody else's.
      if (before?.member.id !== session.member.id) client.clear()
      client.setQueryData(sessionKey, session)
      // Whoever goes on where they were sees what is so by now.
      void client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] })
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
