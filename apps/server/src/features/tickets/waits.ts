import type { PersonTicket } from '@heed/contracts'
import type { Store } from '@heed/db'
import type { Visitor } from '../people/record-person.ts'
import { isOwn } from './own-ticket.ts'
import { listWrittenTo } from './tickets.queries.ts'

/** Other servers' clocks may be off by so much, and their writes take as long to show. */
const overlapMs = 60_000
/** So many requests are held at a time; beyond it they are answered at once. */
const mostHeld = { visitor: 4, workspace: 1000, process: 5000 }

/** Requests that are held until something of a person's tickets is new. */
export type Waits = {
  /**
   * @param seen the person's tickets as the browser knows them
   * @returns whether something is new; false once the time is up, the browser is gone, or too many wait
   */
  forNews: (visitor: Visitor, seen: PersonTicket[], ms: number, left: AbortSignal) => Promise<boolean>
  /** A member replied here just now: whoever waits for it is answered. */
  look: () => void
  /** Answers everybody, and holds nobody from then on. */
  end: () => void
}

type Waiting = { visitor: Visitor; known: Map<string, string>; end: (isNew: boolean) => void }

/**
 * One look at the store serves all who wait in this process: once a second, since members may reply through another
 * process, and after each reply of this one. Without anybody who waits nothing is looked at.
 * @param everyMs how late a reply through another process may be
 */
export function createWaits(store: Store, now: () => Date, everyMs = 1000): Waits {
  const held = new Map<string, Set<Waiting>>()
  let total = 0
  let timer: NodeJS.Timeout | undefined
  let looking = false
  let again = false
  let ended = false

  const isFull = ({ workspaceId, hash }: Visitor) => {
    const there = [...(held.get(workspaceId) ?? [])]
    return (
      total >= mostHeld.process ||
      there.length >= mostHeld.workspace ||
      there.filter(({ visitor }) => visitor.hash === hash).length >= mostHeld.visitor
    )
  }

  const answerAll = async () => {
    const since = new Date(now().getTime() - overlapMs)
    for (const ticket of await listWrittenTo(store.read, [...held.keys()], since)) {
      for (const { visitor, known, end } of [...(held.get(ticket.workspaceId) ?? [])])
        if (isOwn(ticket, visitor) && known.get(ticket.id) !== stateOf(ticket)) end(true)
    }
  }

  const look = () => {
    clearTimeout(timer)
    again = looking // what is being read may have been read already
    if (looking || total === 0) return
    looking = true
    answerAll()
      .catch(() => {}) // looked at again soon, and whoever asks anew is told of it
      .finally(() => {
        looking = false
        if (again) return look()
        if (total > 0) timer = setTimeout(look, everyMs)
      })
  }

  const hold = (waiting: Waiting) => {
    const { workspaceId } = waiting.visitor
    held.set(workspaceId, (held.get(workspaceId) ?? new Set()).add(waiting))
    total += 1
    if (total === 1) look()
  }

  const letGo = (waiting: Waiting) => {
    const { workspaceId } = waiting.visitor
    const there = held.get(workspaceId)
    if (!there?.delete(waiting)) return
    if (there.size === 0) held.delete(workspaceId)
    total -= 1
    if (total === 0) clearTimeout(timer)
  }

  return {
    look,
    async forNews(visitor, seen, ms, left) {
      if (ended || ms === 0 || left.aborted || isFull(visitor)) return false
      const known = new Map(seen.map((ticket) => [ticket.id, stateOf(ticket)]))
      return new Promise((answer) => {
        const waiting: Waiting = { visitor, known, end }
        const timeIsUp = setTimeout(end, ms, false)
        left.addEventListener('abort', () => end(false))
        hold(waiting)

        function end(isNew: boolean) {
          clearTimeout(timeIsUp)
          letGo(waiting)
          answer(isNew)
        }
      })
    },
    end() {
      ended = true
      for (const there of held.values()) for (const { end } of [...there]) end(false)
    },
  }
}

const stateOf = ({ state, lastMessageAt }: { state: string; lastMessageAt: Date | string }) =>
  `${state} ${new Date(lastMessageAt).toISOString()}`
