import type { Role } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { findMemberByEmail, insertMember, type MemberRow } from './members.queries.ts'
import { hashPassword } from './password.ts'

type NewMember = { name: string; email: string; role: Role }

/** Adds a member, who may then sign in. @throws Problem email_taken */
export async function createMember(
  deps: Deps,
  workspaceId: string,
  { password, ...member }: NewMember & { password?: string },
): Promise<MemberRow> {
  const passwordHash = password ? await hashPassword(password) : null
  return deps.store.write((tx) => addMember(tx, deps, workspaceId, { ...member, passwordHash }))
}

/** The same within a write, which hashing would hold up. @throws Problem email_taken */
export async function addMember(
  tx: Handle,
  { now, newId }: Deps,
  workspaceId: string,
  { name, email, role, passwordHash }: NewMember & { passwordHash: string | null },
): Promise<MemberRow> {
  if (await findMemberByEmail(tx, email)) throw problem('email_taken')
  const row: MemberRow = {
    workspaceId,
    id: newId('member'),
    email: email.trim().toLowerCase(),
    name,
    role,
    passwordHash,
    createdAt: now(),
    removedAt: null,
  }
  await insertMember(tx, row)
  return row
}
