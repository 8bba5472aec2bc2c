import type { SignIn } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { hashToken, newToken } from '../../http/tokens.ts'
import {
  findMember,
  findMemberByEmail,
  insertSession,
  insertSignInLink,
  type MemberRow,
  spendSignInLink,
} from './members.queries.ts'
import { passwordFits } from './password.ts'

const linkLifeMs = 24 * 3_600_000

/**
 * Opens a session by e-mail and password, or by a one-time link.
 * @returns the session's token, for the cookie
 * @throws Problem wrong_credentials, sign_in_link_spent
 */
export async function signIn(deps: Deps, given: SignIn): Promise<string> {
  const member = 'linkToken' in given ? await memberOfLink(deps, given.linkToken) : await memberOfPassword(deps, given)
  const token = newToken()
  const at = deps.now()
  await deps.store.write((tx) =>
    insertSession(tx, {
      hash: hashToken(token),
      workspaceId: member.workspaceId,
      memberId: member.id,
      createdAt: at,
      lastSeenAt: at,
    }),
  )
  return token
}

const memberOfPassword = async ({ store }: Deps, { email, password }: { email: string; password: string }) => {
  const member = await findMemberByEmail(store.read, email)
  if (!(await passwordFits(member?.passwordHash, password)) || !member) throw problem('wrong_credentials')
  return member
}

const memberOfLink = async ({ store, now }: Deps, token: string): Promise<MemberRow> => {
  const member = await store.write(async (tx) => {
    const link = await spendSignInLink(tx, hashToken(token), now())
    return link && findMember(tx, link.workspaceId, link.memberId)
  })
  if (!member) throw problem('sign_in_link_spent')
  return member
}

/** Makes a link token that signs a member in once within a day. */
export async function createSignInLink({ store, now }: Deps, member: MemberRow): Promise<string> {
  const token = newToken()
  await store.write((tx) =>
    insertSignInLink(tx, {
      hash: hashToken(token),
      workspaceId: member.workspaceId,
      memberId: member.id,
      expiresAt: new Date(now().getTime() + linkLifeMs),
      usedAt: null,
    }),
  )
  return token
}
