import type { PersonTicket } from '@heed/contracts'
import { render } from 'preact'
import { useState } from 'preact/hooks'
import type { Room } from '../../runtime/room.ts'
import panelCss from '../../ui/panel.css?inline'
import { Head, LoadFailed } from '../../ui/panel-parts.tsx'
import { Time } from '../../ui/relative-time.tsx'
import { Thread } from './thread.tsx'
import { type Tickets, useTickets } from './use-tickets.ts'

export const css = panelCss

/** The person's own questions, and the thread of the one that is open. */
function Messages({ room }: { room: Room }) {
  const all = useTickets(room)
  const [openId, setOpenId] = useState<string>()
  const open = all.tickets?.find(({ id }) => id === openId)

  if (open) {
    const waiting = all.waiting.filter(({ path }) => path.startsWith(`tickets/${open.id}/`))
    return (
      <Thread
        key={open.id}
        room={room}
        ticket={open}
        waiting={waiting}
        refresh={all.refresh}
        back={() => setOpenId(undefined)}
      />
    )
  }
  return (
    <>
      <Head title={room.texts.messagesTitle} back={() => room.go('help')} room={room} />
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard */}
      <section class="main" tabIndex={0} data-start aria-label={room.texts.messagesTitle}>
        <List room={room} all={all} open={setOpenId} />
      </section>
    </>
  )
}

function List({ room, all, open }: { room: Room; all: Tickets; open: (ticketId: string) => void }) {
  const { texts, locale } = room
  const { tickets, failed } = all
  const waiting = all.waiting.filter(({ path }) => path.split('/').length === 2)

  if (!tickets && failed && waiting.length === 0) return <LoadFailed room={room} retry={all.refresh} />
  if (!tickets && !failed) return <p class="quiet">{texts.loading}</p>
  if (!tickets?.length && waiting.length === 0) {
    return (
      <div class="done">
        <p>{texts.noTickets}</p>
        <button type="button" class="plain" onClick={() => room.go('ticket')}>
          {texts.askTitle}
        </button>
      </div>
    )
  }
  return (
    <ul class="rows">
      {waiting.map(({ id, body }) => (
        <li key={id} class="row">
          <span dir="auto">{String(body.body)}</span>
          <span class="quiet">{texts.notSentYet}</span>
        </li>
      ))}
      {tickets?.map((ticket) => (
        <li key={ticket.id}>
          <button type="button" class="row" onClick={() => open(ticket.id)}>
            <span dir="auto">{ticket.messages[0]?.body}</span>
            <span class="quiet">
              {room.fill(texts.ticketNumber, { number: ticket.number })} · {stateOf(room, ticket)} ·{' '}
              <Time iso={ticket.lastMessageAt} locale={locale.tag} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

const stateOf = ({ texts }: Room, { state }: PersonTicket) => (state === 'open' ? texts.stateOpen : texts.stateClosed)

export function mount(place: HTMLElement, room: Room): () => void {
  render(<Messages room={room} />, place)
  return () => render(null, place)
}
