import type { Invitation, MemberItem, NewMember, Role, SignInLink } from '@heed/contracts'
import { useMutation, useQuery, useQueryClient } from '@tanstack/preact-query'
import { get, send } from '../../api.ts'
import { sessionKey } from '../sign-in/use-session.ts'

const membersKey = ['members']

export const useMembers = () =>
  useQuery({
    queryKey: membersKey,
    queryFn: ({ signal }) => get<{ items: MemberItem[] }>('/api/members', [], signal),
  })

/** One's own role may be what changed, so the session is read again too. */
function useMemberChange<Given, Reply>(change: (given: Given) => Promise<Reply>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: change,
    onSettled: () => client.invalidateQueries({ queryKey: membersKey }),
    onSuccess: () => void client.invalidateQueries({ queryKey: sessionKey }),
  })
}

const pathOf = (id: string) => `/api/members/${encodeURIComponent(id)}`

/** Fails with `email_taken`. The reply alone holds the link. */
export const useInvitation = () =>
  useMemberChange((member: NewMember) => send<Invitation>('POST', '/api/members', member))

/** Fails with `last_owner`. */
export const useRoleChange = () =>
  useMemberChange(({ id, role }: { id: string; role: Role }) => send<void>('PATCH', pathOf(id), { role }))

/** Fails with `last_owner`. */
export const useMemberRemoval = () => useMemberChange((id: string) => send<void>('DELETE', pathOf(id)))

/** Ends a member's password and sessions; the reply alone holds the link in their place. */
export const useNewLink = () => useMemberChange((id: string) => send<SignInLink>('POST', `${pathOf(id)}/sign-in-links`))

/** What the server's token becomes when somebody is to open it: it signs in, then asks for a password. */
export const linkAddress = (linkToken: string): string =>
  `${location.origin}/sign-in?next=${encodeURIComponent('/settings/profile')}#link=${linkToken}`
