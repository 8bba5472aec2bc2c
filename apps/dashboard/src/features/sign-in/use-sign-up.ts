import type { Session, SignUp, SignUpState } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'
import { sessionKey } from './use-session.ts'

/** Whether somebody who is not signed in may make a workspace here. */
export const useSignUpState = () =>
  useQuery({
    queryKey: ['sign-up'],
    queryFn: ({ signal }) => get<SignUpState>('/api/sign-up', [], signal),
  })

/** Makes a workspace and signs in to it. Fails with `sign_up_closed`, `email_taken`. */
export function useSignUp() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (signUp: SignUp) => send<Session>('POST', '/api/workspaces', signUp),
    onSuccess: (session) => {
      client.clear() // of another workspace, if somebody was signed in to one
      client.setQueryData(sessionKey, session)
    },
  })
}
