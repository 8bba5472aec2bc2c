import type { NewTicket } from '@heed/contracts'
import type { Delivery, Watch } from '../../runtime/outbox.ts'
import type { HelpRoom } from '../../runtime/room.ts'
import type { TicketDraft } from '../../ui/ticket-draft.ts'

/** A list of ids as the contract takes it: each once, the latest twenty. */
const latest = (ids: string[]) => [...new Set(ids)].slice(-20)

/**
 * Files the question under a new id, and its files after it. Resolves once the question is safely kept in the browser: a
 * draft that outlived it would be sent twice.
 * @param watch follows the question from there
 * @param watchFile follows each file
 */
export async function openTicket(
  room: HelpRoom,
  { text, offered, read, requestId }: TicketDraft,
  files: File[],
  watch: Watch,
  watchFile: (file: File, delivery: Delivery) => void,
): Promise<void> {
  const [ticketId, messageId] = [room.newId('tkt'), room.newId('msg')]
  const ticket: Omit<NewTicket, 'ageMs'> = {
    messageId,
    body: text.trim().slice(0, 20_000),
    context: {
      page: room.page(),
      locale: room.locale.tag,
      viewport: { width: innerWidth, height: innerHeight },
    },
    articlesOffered: latest(offered),
    articlesRead: latest(read),
    ...(requestId && { requestId }),
  }
  await room.send(`tickets/${ticketId}`, ticket, watch)
  room.emit('ticket', { ticketId })
  for (const file of files) {
    const query = new URLSearchParams({ messageId, name: file.name.slice(0, 200) })
    const path = `tickets/${ticketId}/attachments/${room.newId('att')}?${query}`
    void room.sendFile(path, file, (delivery) => watchFile(file, delivery))
  }
}
