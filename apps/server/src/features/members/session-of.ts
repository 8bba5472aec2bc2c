import type { Session } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { problem } from '../../http/problem.ts'
import { hashToken } from '../../http/tokens.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { findSession, type MemberRow } from './members.queries.ts'

/** Who is signed in, and where, as the dashboard is told. */
export const toSession = (member: MemberRow, workspace: WorkspaceRow): Session => ({
  member: { id: member.id, name: member.name, email: member.email, role: member.role },
  workspace: {
    id: workspace.id,
    name: workspace.name,
    currency: workspace.currency,
    accent: workspace.accent,
    sample: workspace.sample,
    firstResponseTargetMs: workspace.firstResponseTargetMs,
  },
})

/** The session of a token that was just made. @throws Problem not_signed_in when it has ended since */
export async function sessionOf(handle: Handle, token: string): Promise<Session> {
  const found = await findSession(handle, hashToken(token))
  if (!found) throw problem('not_signed_in')
  return toSession(found.member, found.workspace)
}
