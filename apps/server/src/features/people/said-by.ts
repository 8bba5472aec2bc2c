import type { Handle } from '@heed/db'
import { isClaimOf, type PersonRow } from './people.queries.ts'

/**
 * Whether an answer or a showing that stands with `personId` is this person's own: said as themselves, or claimed in their
 * name before they were signed. Whoever names it by its id made it, for ids are made in the browser and shown to no other.
 * Never the other way about: a claim reaches nothing that a signed person said.
 */
export const saidBy = async (
  tx: Handle,
  { workspaceId, id }: Pick<PersonRow, 'workspaceId' | 'id'>,
  personId: string,
): Promise<boolean> => personId === id || isClaimOf(tx, { workspaceId, id: personId, verifiedId: id })
