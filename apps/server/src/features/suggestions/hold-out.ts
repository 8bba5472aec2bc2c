import { createHash } from 'node:crypto'
import { standardHelp } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { listPeopleOfUser } from '../asks/asks.queries.ts'
import type { PersonRow } from '../people/people.queries.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { findFirstBrowser } from './requests.queries.ts'

/**
 * Where somebody stands in the draw, 0 … 1: the share below it is held out. It hangs on the browser of the person's first
 * request, which stays with whatever the person turns out to be, in whichever browser they come next. So a change of the
 * share moves those alone who stand between the old one and the new one.
 */
export const drawOf = (workspaceId: string, firstBrowser: string): number =>
  createHash('sha256').update(`hold-out ${workspaceId} ${firstBrowser}`).digest().readUIntBE(0, 6) / 2 ** 48

/** Whether suggestions are kept from whoever speaks through a browser. @param person undefined: nobody known */
export async function isHeldOut(
  handle: Handle,
  { id: workspaceId, help }: Pick<WorkspaceRow, 'id' | 'help'>,
  visitorHash: string,
  person: PersonRow | undefined,
): Promise<boolean> {
  const { holdOutShare } = help ?? standardHelp
  if (holdOutShare === 0) return false
  const first = person && (await findFirstBrowser(handle, workspaceId, await rowsOf(handle, person)))
  return drawOf(workspaceId, first ?? visitorHash) < holdOutShare
}

/** Of a user also those by which others claim to be them: who asks as them is counted as them. */
const rowsOf = async (handle: Handle, { workspaceId, id, userId }: PersonRow): Promise<string[]> => {
  if (userId === null) return [id]
  return (await listPeopleOfUser(handle, workspaceId, userId)).map((row) => row.id)
}
