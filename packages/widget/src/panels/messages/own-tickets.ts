import type { NoNews, PersonTicket, PersonTicketList } from '@heed/contracts'
import type { OutboxItem } from '../../runtime/outbox-store.ts'
import type { Room } from '../../runtime/room.ts'

/** How long the server waits for something new; less as long as something of ours is on its way to it. */
const waitSeconds = { news: 25, ours: 5 }
/** After so long over its time a question is asked again: a connection may end without a word. */
const patienceMs = 15_000
/** An answer that took longer was held. */
const heldMs = 3000
const shortestPauseMs = 1000
const longestPauseMs = 60_000

export type OwnTickets = {
  /** Latest word first; undefined until the server first answered. */
  tickets: PersonTicket[] | undefined
  /** What is not on the server yet. */
  waiting: OutboxItem[]
}

/**
 * The person's own tickets, kept up to date while the page is in sight by a question that the server holds until
 * something is new.
 * @param changed called with each answer
 */
export function startOwnTickets(room: Room, changed: (own: OwnTickets) => void) {
  let asking: AbortController | undefined
  let timer: ReturnType<typeof setTimeout> | undefined
  let stopped = false
  let looks = 0
  /** Questions in a row that brought nothing and were not held either. */
  let misses = 0
  let mark: string | undefined
  let own: OwnTickets = { tickets: undefined, waiting: [] }

  const look = async (tickets = own.tickets) => {
    looks += 1
    const turn = looks
    own = { ...own, tickets }
    const waiting = await room.waiting()
    if (stopped || turn !== looks) return
    own = { tickets, waiting }
    changed(own)
  }

  const ask = async () => {
    clearTimeout(timer)
    asking?.abort()
    if (stopped || document.visibilityState === 'hidden') return
    asking = new AbortController()
    const { signal } = asking
    const seconds = own.waiting[0] ? waitSeconds.ours : waitSeconds.news
    const query = mark ? `?${new URLSearchParams({ after: mark, waitSeconds: `${seconds}` })}` : ''
    const askedAt = Date.now()
    timer = setTimeout(ask, seconds * 1000 + patienceMs)
    const answer = await room.ask<PersonTicketList | NoNews>(`tickets${query}`, undefined, { signal })
    // A slow answer does not undo a later one.
    if (signal.aborted) return
    clearTimeout(timer)
    const said: Partial<PersonTicketList> = answer.kind === 'ok' ? answer.value : {}
    const held = answer.kind === 'ok' && Date.now() - askedAt > heldMs
    misses = held || (said.mark && said.mark !== mark) ? 0 : misses + 1
    mark = said.mark ?? mark
    timer = setTimeout(ask, Math.min(shortestPauseMs * 2 ** misses, longestPauseMs) * (0.5 + Math.random()))
    await look(said.items?.sort((a, b) => (a.lastMessageAt < b.lastMessageAt ? 1 : -1)))
  }

  document.addEventListener('visibilitychange', ask)
  addEventListener('online', ask)
  void ask()

  return {
    refresh() {
      if (own.tickets) void look()
      void ask()
    },
    stop() {
      stopped = true
      clearTimeout(timer)
      asking?.abort()
      document.removeEventListener('visibilitychange', ask)
      removeEventListener('online', ask)
    },
  }
}
