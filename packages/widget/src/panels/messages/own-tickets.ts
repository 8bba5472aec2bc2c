import type { PersonTicket, PersonTicketList } from '@heed/contracts'
import type { OutboxItem } from '../../runtime/outbox-store.ts'
import type { Room } from '../../runtime/room.ts'

const refreshMs = 5000

export type OwnTickets = {
  /** Latest word first; undefined until the server first answered. */
  tickets: PersonTicket[] | undefined
  /** What is not on the server yet. */
  waiting: OutboxItem[]
}

/**
 * The person's own tickets, fresh every five seconds while the page is visible.
 * @param changed called with each answer
 */
export function startOwnTickets(room: Room, changed: (own: OwnTickets) => void) {
  let asked = 0
  let shown = 0
  let stopped = false
  let tickets: PersonTicket[] | undefined

  const refresh = async () => {
    if (stopped) return
    asked += 1
    const turn = asked
    const [answer, waiting] = await Promise.all([room.ask<PersonTicketList>('tickets'), room.waiting()])
    // A slow answer does not undo a later one.
    if (stopped || turn < shown) return
    shown = turn
    if (answer.kind === 'ok') tickets = answer.value.items.sort((a, b) => (a.lastMessageAt < b.lastMessageAt ? 1 : -1))
    changed({ tickets, waiting })
  }
  const look = () => {
    if (document.visibilityState === 'visible') void refresh()
  }

  const timer = setInterval(look, refreshMs)
  document.addEventListener('visibilitychange', look)
  look()

  return {
    refresh,
    stop() {
      stopped = true
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    },
  }
}
