import type { MemberItem } from '@heed/contracts'
import type { MemberRow } from './members.queries.ts'

/** A member as the others see them. */
export const toMemberItem = (
  { id, name, email, role, createdAt, passwordHash }: MemberRow,
  lastSeenAt: Date | null,
): MemberItem => ({
  id,
  name,
  email,
  role,
  createdAt: createdAt.toISOString(),
  invited: passwordHash === null,
  lastSeenAt: lastSeenAt?.toISOString() ?? null,
})
