import type { PersonTicket } from '@heed/contracts'
import type { Room } from '../../runtime/room.ts'
import { element } from '../../ui/element.ts'
import { counted } from '../../ui/in-words.ts'
import panelCss from '../../ui/panel.css?inline'
import { redraw } from '../../ui/redraw.ts'
import { button, done, head, loadFailed, quiet, reader, refill, row, show } from '../../ui/view.ts'
import { waitingItem } from '../../ui/waiting-item.ts'
import messagesCss from './messages.css?inline'
import { type OwnTickets, startOwnTickets } from './own-tickets.ts'
import { createThread, type Thread } from './thread.ts'
import { ticketRow } from './ticket-row.ts'

export const css = panelCss

/** The person's own questions, and the thread of the one that is open. */
export function mount(place: HTMLElement, room: Room): () => void {
  const { texts, go } = room
  room.adopt(messagesCss)
  let own: OwnTickets = { tickets: undefined, waiting: [] }
  let thread: Thread | undefined
  let scrolled = 0
  /** Up to which message the person has looked, where the server may not know it yet. */
  const looked = new Map<string, string | undefined>()
  const body = reader()
  const list = element('ul', { class: 'rows' })
  const view = [head(room, texts.messagesTitle, () => go('help')), body]

  body.append(quiet(texts.loading))
  place.replaceChildren(...view)
  const { refresh, stop } = startOwnTickets(room, (fresh) => {
    own = fresh
    draw()
  })

  function draw() {
    const open = own.tickets?.find(({ id }) => id === thread?.ticketId)
    if (thread && open) {
      markRead(open)
      thread.draw(open, own.waiting)
    }
    drawList()
    if (own.tickets) room.keepUnread({ replies: own.tickets.reduce((sum, ticket) => sum + unreadOf(ticket), 0) })
  }

  function drawList() {
    const { tickets = [] } = own
    const waiting = own.waiting.filter(({ path }) => {
      const [, id, more] = path.split('/')
      return path.startsWith('tickets/') && !more && !tickets.some((ticket) => ticket.id === id)
    })
    const { answers } = room.unread()
    if (tickets.length + waiting.length + answers > 0) {
      if (list.parentNode !== body) refill(body, list)
      redraw(list, [
        ...(answers ? [answersRow(answers)] : []),
        ...waiting.map(({ path, body }) => waitingItem(room, body.body, path)),
        ...tickets.map((ticket) => ticketRow(room, ticket, unreadOf(ticket), () => openThread(ticket.id))),
      ])
    } else {
      const empty = own.tickets
        ? done(
            texts.noTickets,
            button('plain', texts.askTitle, () => go('ticket')),
          )
        : loadFailed(room, refresh)
      if (!body.firstChild?.isEqualNode(empty)) refill(body, empty)
    }
  }

  /** The launcher leads here with whatever is new. */
  function answersRow(answers: number) {
    const fresh = quiet(element('strong', {}, counted(room, texts.newAnswers, answers)))
    return element(
      'li',
      { 'data-key': 'answers' },
      row(() => go('ideas'), texts.ideasTitle, fresh),
    )
  }

  function openThread(ticketId: string) {
    scrolled = body.scrollTop
    thread = createThread(room, ticketId, refresh, back)
    show(place, thread.view)
    draw()
    thread.toEnd()
  }

  function back() {
    const row = list.querySelector<HTMLElement>(`[data-key="${thread?.ticketId}"] button`)
    thread = undefined
    show(place, view, row ?? undefined)
    body.scrollTop = scrolled
  }

  const lastOf = ({ messages }: PersonTicket) => messages.at(-1)?.id
  const unreadOf = (ticket: PersonTicket) => (looked.get(ticket.id) === lastOf(ticket) ? 0 : ticket.unread)

  function markRead(ticket: PersonTicket) {
    if (unreadOf(ticket) === 0) return
    looked.set(ticket.id, lastOf(ticket))
    void room.send(`tickets/${ticket.id}/reading`, {})
  }

  return () => {
    stop()
    place.replaceChildren()
  }
}
