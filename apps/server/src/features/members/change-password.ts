import type { PasswordChange } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import {
  changeMemberRow,
  deleteSessions,
  deleteSignInLinks,
  findSession,
  lockMembers,
  type MemberRow,
} from './members.queries.ts'
import { hashPassword, passwordFits } from './password.ts'

/**
 * Sets a member's own password: the present one must be known, but by who has none yet. Other browsers are signed out,
 * and links that were not used end.
 * @param keptSession hash of the session that goes on
 * @throws Problem wrong_password; not_signed_in when that session was ended meanwhile
 */
export async function changePassword(
  { store }: Deps,
  member: MemberRow,
  keptSession: string | undefined,
  { current, password }: PasswordChange,
): Promise<void> {
  const { workspaceId, id, passwordHash: before } = member
  if (before && !(await passwordFits(before, current ?? ''))) throw problem('wrong_password')
  const passwordHash = await hashPassword(password)
  await store.write(async (tx) => {
    await lockMembers(tx, workspaceId)
    // Hashing takes its time. Who lost their access meanwhile must not get it back by this, nor end the link they got.
    const now = keptSession && (await findSession(tx, keptSession))
    if (!now) throw problem('not_signed_in')
    if (now.member.passwordHash !== before) throw problem('wrong_password')
    await changeMemberRow(tx, workspaceId, id, { passwordHash })
    await deleteSignInLinks(tx, workspaceId, id)
    await deleteSessions(tx, workspaceId, id, keptSession)
  })
}
