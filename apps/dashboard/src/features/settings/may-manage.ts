import type { Member, Role } from '@heed/contracts'

/** Owners are changed by owners alone, others by admins too; oneself under “You”. */
export const mayManage = (self: Member, other: { id: string; role: Role }): boolean =>
  (self.role === 'owner' || (self.role === 'admin' && other.role !== 'owner')) && self.id !== other.id

/** The roles that a member may give. */
export const rolesFor = (self: Member): Role[] =>
  self.role === 'owner' ? ['owner', 'admin', 'agent', 'viewer'] : ['admin', 'agent', 'viewer']
