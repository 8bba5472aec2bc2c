import type { PersonTicket } from '@heed/contracts'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { counted } from '../../ui/in-words.ts'
import { time } from '../../ui/time.ts'
import { quiet, row } from '../../ui/view.ts'

/** A question in the list: its words, the last word since, and how it stands. */
export function ticketRow(room: Room, ticket: PersonTicket, unread: number, open: () => void): HTMLElement {
  const { texts, fill } = room
  const [first] = ticket.messages
  const last = ticket.messages.at(-1)
  const below = [
    ...(last && last !== first ? [quiet(element('bdi', {}, `${authorOf(room, last)}: ${last.body}`))] : []),
    quiet(
      ...(unread > 0 ? [element('strong', {}, counted(room, texts.newReplies, unread)), ' · '] : []),
      `${fill(texts.ticketNumber, { number: ticket.number })} · ${stateOf(room, ticket)} · `,
      time(room, ticket.lastMessageAt),
    ),
  ]
  return element('li', { 'data-key': ticket.id }, row(open, first?.body ?? '', ...below))
}

export const stateOf = ({ texts }: Room, { state }: PersonTicket) =>
  state === 'open' ? texts.stateOpen : texts.stateClosed

export const authorOf = ({ texts }: Room, { author, authorName }: PersonTicket['messages'][number]) =>
  author === 'person' ? texts.you : (authorName ?? texts.team)
