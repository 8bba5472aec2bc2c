import type { SignIn, SignInLink } from '@heed/contracts'
import type { Handle } from '@heed/db'
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

const dayMs = 24 * 3_600_000

/**
 * Opens a session by e-mail and password, or by a one-time link.
 * @returns the session's token, for the cookie
 * @throws Problem wrong_credentials, sign_in_link_spent
 */
export async function signIn(deps: Deps, given: SignIn): Promise<string> {
  if ('linkToken' in given) return signInByLink(deps, given.linkToken)
  const member = await findMemberByEmail(deps.store.read, given.email)
  if (!(await passwordFits(member?.passwordHash, given.password)) || !member) throw problem('wrong_credentials')
  return deps.store.write((tx) => openSession(tx, deps, member))
}

const signInByLink = async (deps: Deps, linkToken: string) => {
  const token = await deps.store.write(async (tx) => {
    const link = await spendSignInLink(tx, hashToken(linkToken), deps.now())
    const member = link && (await findMember(tx, link.workspaceId, link.memberId))
    return member && openSession(tx, deps, member)
  })
  if (!token) throw problem('sign_in_link_spent')
  return token
}

/** Opens a session within a write. @returns its token, for the cookie */
export async function openSession(tx: Handle, { now }: Deps, { workspaceId, id }: MemberRow): Promise<string> {
  const token = newToken()
  const at = now()
  await insertSession(tx, { hash: hashToken(token), workspaceId, memberId: id, createdAt: at, lastSeenAt: at })
  return token
}

/** Makes a link token that signs a member in once within a day. */
export async function createSignInLink(deps: Deps, member: MemberRow): Promise<string> {
  const { linkToken } = await deps.store.write((tx) => addSignInLink(tx, deps, member, 1))
  return linkToken
}

/** The same within a write, for so many days. */
export async function addSignInLink(
  tx: Handle,
  { now }: Deps,
  { workspaceId, id }: MemberRow,
  days: number,
): Promise<SignInLink> {
  const linkToken = newToken()
  const expiresAt = new Date(now().getTime() + days * dayMs)
  await insertSignInLink(tx, { hash: hashToken(linkToken), workspaceId, memberId: id, expiresAt, usedAt: null })
  return { linkToken, expiresAt: expiresAt.toISOString() }
}
