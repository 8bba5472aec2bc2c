import type { Role } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { insertMember, type MemberRow } from './members.queries.ts'
import { hashPassword } from './password.ts'

/** Adds a member, who may then sign in. */
export async function createMember(
  { store, now, newId }: Deps,
  workspaceId: string,
  member: { name: string; email: string; role: Role; password?: string },
): Promise<MemberRow> {
  const row: MemberRow = {
    workspaceId,
    id: newId('member'),
    email: member.email.trim().toLowerCase(),
    name: member.name,
    role: member.role,
    passwordHash: member.password ? await hashPassword(member.password) : null,
    createdAt: now(),
  }
  await store.write((tx) => insertMember(tx, row))
  return row
}
