import type { NewDeflection, NewTicket } from '@heed/contracts'
import type { Watch } from '../../runtime/outbox.ts'
import type { Room } from '../../runtime/room.ts'

/** What is typed, and which articles came of it. Kept until it is handed to the outbox. */
export type TicketDraft = { text: string; offered: string[]; read: string[] }

/** A list of ids as the contract takes it: each once, the latest twenty. */
const latest = (ids: string[]) => [...new Set(ids)].slice(-20)

/** Files the question under a new id. Resolves once it is safely kept in the browser; `watch` follows it from there. */
export async function openTicket(room: Room, { text, offered, read }: TicketDraft, watch: Watch): Promise<void> {
  const ticketId = room.newId('ticket')
  const ticket: Omit<NewTicket, 'ageMs'> = {
    messageId: room.newId('message'),
    body: text.trim().slice(0, 20_000),
    context: {
      page: room.page(),
      locale: room.locale.tag,
      viewport: { width: innerWidth, height: innerHeight },
    },
    articlesOffered: latest(offered),
    articlesRead: latest(read),
  }
  await room.send(`tickets/${ticketId}`, ticket, watch)
  room.emit('ticket', { ticketId })
}

/** Ends the request with an article that solved it. */
export function recordDeflection(room: Room, articleId: string, text: string): void {
  const deflection: Omit<NewDeflection, 'ageMs'> = { articleId, text: text.slice(0, 5000), page: room.page() }
  void room.send(`deflections/${room.newId('deflection')}`, deflection)
  room.emit('deflection', { articleId })
}
