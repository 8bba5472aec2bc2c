import type { TicketItem } from '@heed/contracts'

/**
 * How long a customer has waited for a member, in milliseconds; null when nobody waits.
 * Before the first reply it counts from the ticket's creation, as the first response time does.
 */
export function waitingMs(
  ticket: Pick<TicketItem, 'awaitingReply' | 'firstResponseMs' | 'createdAt' | 'lastMessageAt'>,
  nowMs: number,
): number | null {
  if (!ticket.awaitingReply) return null
  const since = ticket.firstResponseMs === null ? ticket.createdAt : ticket.lastMessageAt
  return Math.max(0, nowMs - Date.parse(since))
}
