import type { Handle } from '@heed/db'
import { lockPerson } from '../people/record-person.ts'
import { findTicket, type TicketRow } from './tickets.queries.ts'

/** A ticket, of which the person neither writes nor is erased while the write runs. */
export async function holdTicket(tx: Handle, workspaceId: string, ticketId: string): Promise<TicketRow | undefined> {
  const seen = await findTicket(tx, workspaceId, ticketId)
  if (!seen) return undefined
  await lockPerson(tx, workspaceId, seen.personId)
  const held = await findTicket(tx, workspaceId, ticketId)
  // Somebody turned out to be somebody else meanwhile.
  return held && held.personId !== seen.personId ? holdTicket(tx, workspaceId, ticketId) : held
}
