import type { NewPersonMessage } from '@heed/contracts'
import type { Watch } from '../../runtime/outbox.ts'
import type { Room } from '../../runtime/room.ts'

/** Adds the person's message to a ticket, which opens it again if it was closed. Resolves once it is safely kept. */
export function replyToTicket(room: Room, ticketId: string, body: string, watch: Watch): Promise<void> {
  const message: Omit<NewPersonMessage, 'ageMs'> = { body: body.trim().slice(0, 20_000) }
  return room.send(`tickets/${ticketId}/messages/${room.newId('message')}`, message, watch)
}
