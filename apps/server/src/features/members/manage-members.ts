import type { Invitation, NewMember, Role, SignInLink } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { addMember } from './create-member.ts'
import {
  changeMemberRow,
  countOtherOwners,
  deleteSessions,
  deleteSignInLinks,
  findMember,
  lockMembers,
  type MemberRow,
} from './members.queries.ts'
import { addSignInLink } from './sign-in.ts'
import { toMemberItem } from './to-member-item.ts'

const linkDays = 7
const onlyPassword =
  'No other owner has a password, and a link may get lost. Make another member owner first, and let them choose one.'

/** Owners are made, changed and removed by owners alone. */
const mayManage = (actor: MemberRow, role: Role) => actor.role === 'owner' || role !== 'owner'

/**
 * Adds a member who has no password yet, with a link that signs in once within a week.
 * @throws Problem role_too_low, email_taken
 */
export async function inviteMember(deps: Deps, actor: MemberRow, wanted: NewMember): Promise<Invitation> {
  if (!mayManage(actor, wanted.role)) throw problem('role_too_low')
  return deps.store.write(async (tx) => {
    const member = await addMember(tx, deps, actor.workspaceId, { ...wanted, passwordHash: null })
    return { ...(await addSignInLink(tx, deps, member, linkDays)), member: toMemberItem(member, null) }
  })
}

/**
 * Makes another link for a member who lost theirs, or their password: the password goes, and with it every session and
 * earlier link. Not of the only owner who can sign in: a link may get lost.
 * @throws Problem member_not_found, role_too_low, last_owner
 */
export async function renewAccess(deps: Deps, actor: MemberRow, memberId: string): Promise<SignInLink> {
  return manage(deps, actor, memberId, async (tx, member) => {
    await keepAnOwner(tx, member, onlyPassword)
    await endAccess(tx, member)
    await changeMemberRow(tx, member.workspaceId, member.id, { passwordHash: null })
    return addSignInLink(tx, deps, member, linkDays)
  })
}

/** Gives a member another role. @throws Problem member_not_found, role_too_low, last_owner */
export async function changeRole(deps: Deps, actor: MemberRow, memberId: string, role: Role): Promise<void> {
  if (!mayManage(actor, role)) throw problem('role_too_low')
  await manage(deps, actor, memberId, async (tx, member) => {
    if (role !== 'owner') await keepAnOwner(tx, member)
    await changeMemberRow(tx, member.workspaceId, member.id, { role })
  })
}

/**
 * Ends a member's access at once. Their name stays on what they wrote; their address is free for another member, here or
 * in another workspace. @throws Problem member_not_found, role_too_low, last_owner
 */
export async function removeMember(deps: Deps, actor: MemberRow, memberId: string): Promise<void> {
  await manage(deps, actor, memberId, async (tx, member) => {
    await keepAnOwner(tx, member)
    await endAccess(tx, member)
    const freed = { email: `${member.id}@removed.invalid`, passwordHash: null, removedAt: deps.now() }
    await changeMemberRow(tx, member.workspaceId, member.id, freed)
  })
}

/** One change of members at a time, so that two owners who remove each other leave one. */
const manage = <T>(
  { store }: Deps,
  actor: MemberRow,
  memberId: string,
  work: (tx: Handle, member: MemberRow) => Promise<T>,
): Promise<T> =>
  store.write(async (tx) => {
    await lockMembers(tx, actor.workspaceId)
    const now = await findMember(tx, actor.workspaceId, actor.id)
    const member = await findMember(tx, actor.workspaceId, memberId)
    if (!member) throw problem('member_not_found')
    if (!now || !mayManage(now, member.role)) throw problem('role_too_low')
    return work(tx, member)
  })

const keepAnOwner = async (tx: Handle, { workspaceId, id, role }: MemberRow, detail?: string) => {
  if (role !== 'owner' || (await countOtherOwners(tx, workspaceId, id)) > 0) return
  throw problem('last_owner', detail === undefined ? {} : { detail })
}

/** Links first: whoever is using one has then either come too late, or a session that is found here. */
const endAccess = async (tx: Handle, { workspaceId, id }: MemberRow) => {
  await deleteSignInLinks(tx, workspaceId, id)
  await deleteSessions(tx, workspaceId, id)
}
