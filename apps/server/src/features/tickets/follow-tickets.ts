import { createHash } from 'node:crypto'
import type { NoNews, PersonTicket, PersonTicketList, TicketNewsQuery } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import type { Visitor } from '../people/record-person.ts'
import { readTicketsOfVisitor } from './person-ticket.ts'

/**
 * The tickets of whoever is at a browser; where they are as the browser knows them, once something of them is new, or
 * without them when the time is up. Closing and reopening alone is told with the next question.
 * @param admitAgain throws where the browser may not be answered any more, once it has waited
 * @param left the browser waits no longer
 */
export async function followTickets(
  { store, waits }: Deps,
  visitor: Visitor,
  { after, waitSeconds = 0 }: TicketNewsQuery,
  { admitAgain, left }: { admitAgain(): Promise<void>; left: AbortSignal },
): Promise<PersonTicketList | NoNews> {
  const now = async () => withMark(await readTicketsOfVisitor(store.read, visitor))
  const tickets = await now()
  if (tickets.mark !== after) return tickets
  const isNew = await waits.forNews(visitor, tickets.items, waitSeconds * 1000, left)
  if (!isNew) return { mark: tickets.mark }
  await admitAgain()
  return now()
}

const withMark = (items: PersonTicket[]): PersonTicketList => ({
  items,
  mark: createHash('sha256').update(JSON.stringify(items)).digest('base64url').slice(0, 16),
})
