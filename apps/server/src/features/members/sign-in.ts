import type { SignIn, SignInLink } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { endedBefore } from '../../http/member-caller.ts'
import { problem } from '../../http/problem.ts'
import { hashToken, newToken } from '../../http/tokens.ts'
import {
  deleteEndedSessions,
  deleteSpentSignInLinks,
  findMember,
  findMemberByEmail,
  insertSession,
  insertSignInLink,
  lockMembers,
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
  const token = await deps.store.write(async (tx) => {
    await lockMembers(tx, member.workspaceId)
    const now = await findMember(tx, member.workspaceId, member.id)
    // Somebody may have ended the password, or removed the member, while it was checked.
    return now?.passwordHash === member.passwordHash ? openSession(tx, deps, member) : undefined
  })
  if (!token) throw problem('wrong_credentials')
  return token
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
  // Their own alone: of whoever does not come back, the last one tells when they were here.
  await deleteEndedSessions(tx, workspaceId, id, endedBefore(at))
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
  await deleteSpentSignInLinks(tx, workspaceId, now())
  const expiresAt = new Date(now().getTime() + days * dayMs)
  await insertSignInLink(tx, { hash: hashToken(linkToken), workspaceId, memberId: id, expiresAt, usedAt: null })
  return { linkToken, expiresAt: expiresAt.toISOString() }
}
