import type { PersonTicket } from '@heed/contracts'
import type { OutboxItem } from '../../runtime/outbox-store.ts'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { fileSize } from '../../ui/file-size.ts'
import { redraw } from '../../ui/redraw.ts'
import { time } from '../../ui/time.ts'
import { foot, head, quiet, reader } from '../../ui/view.ts'
import { createReply } from './reply.ts'
import { authorOf, stateOf } from './ticket-row.ts'

export type Thread = {
  ticketId: string
  view: Node[]
  /** Brings messages and state up to date; what is being typed is not touched. */
  draw(ticket: PersonTicket, waiting: OutboxItem[]): void
  toEnd(): void
}

/** How near to the end the reader counts as being at it, in pixels. */
const nearPx = 80

/** One question with its replies, and the field for the next one. */
export function createThread(room: Room, ticketId: string, refresh: () => void, back: () => void): Thread {
  const { texts } = room
  const log = reader('log')
  const titled = head(room, '', back)
  const heading = titled.querySelector('h2')
  const reply = createReply(room, ticketId, refresh)
  const toEnd = () => {
    log.scrollTop = log.scrollHeight
  }

  return {
    ticketId,
    view: [titled, log, foot(...reply.parts)],
    toEnd,
    draw(ticket, waiting) {
      const title = `${room.fill(texts.ticketNumber, { number: ticket.number })} · ${stateOf(room, ticket)}`
      if (heading && heading.textContent !== title) heading.textContent = title
      reply.label.textContent = ticket.state === 'open' ? texts.replyLabel : texts.reopenLabel
      const [count, last] = [log.children.length, log.lastElementChild]
      const atEnd = log.scrollHeight - log.scrollTop - log.clientHeight < nearPx
      redraw(log, bubbles(room, ticket, waiting))
      const now = log.lastElementChild
      // Whoever reads further up is pulled away by nothing but their own words.
      if (log.children.length > count && (atEnd || (now !== last && now?.matches('.mine')))) toEnd()
    },
  }
}

function bubbles(room: Room, ticket: PersonTicket, waiting: OutboxItem[]): HTMLElement[] {
  const { texts } = room
  const unsent = waiting.filter(({ path }) => path.startsWith(`tickets/${ticket.id}/`))
  const replies = unsent.flatMap(({ path, body }) => {
    const [, , word, id = ''] = path.split('/')
    const known = word !== 'messages' || ticket.messages.some((message) => message.id === id)
    return known ? [] : [bubble(id, true, String(body.body), [texts.notSentYet], filesOf(id))]
  })

  /** Files of a message that are still on their way. */
  function filesOf(messageId: string): SaidFile[] {
    return unsent.flatMap(({ path, file }) => {
      const query = new URLSearchParams(path.split('?')[1])
      return file && query.get('messageId') === messageId ? [[`${query.get('name')}`, texts.notSentYet]] : []
    })
  }

  return [
    ...ticket.messages.map((message) => {
      const { id, author, body, attachments, createdAt } = message
      const files = attachments.map(({ name, sizeBytes }): SaidFile => [name, fileSize(room, sizeBytes)])
      const by = [`${authorOf(room, message)} · `, time(room, createdAt)]
      return bubble(id, author === 'person', body, by, [...files, ...filesOf(id)])
    }),
    ...replies,
  ]
}

/** Its name, and its size or how it stands. The name may run in another direction than the widget. */
type SaidFile = [string, string]

const bubble = (id: string, mine: boolean, words: string, by: (Node | string)[], files: SaidFile[]) =>
  element(
    'div',
    { class: mine ? 'bubble mine' : 'bubble', part: 'message', 'data-key': id },
    quiet(...by),
    element('div', { dir: 'auto' }, words),
    ...files.map(([name, said]) => element('div', { class: 'file quiet' }, element('bdi', {}, name), ` · ${said}`)),
  )
