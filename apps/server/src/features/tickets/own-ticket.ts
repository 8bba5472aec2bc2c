import type { Visitor } from '../people/record-person.ts'
import type { TicketRow } from './tickets.queries.ts'

/** Whether the person at this browser filed the ticket: here, or where it is vouched for who they are, elsewhere. */
export const isOwn = (
  ticket: Pick<TicketRow, 'visitorHash' | 'personId'> | undefined,
  { hash, signedPersonId }: Visitor,
): boolean => ticket?.visitorHash === hash || (!!signedPersonId && ticket?.personId === signedPersonId)
