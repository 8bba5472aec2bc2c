import type { PersonTicket, PersonTicketList } from '@heed/contracts'
import { useCallback, useEffect, useState } from 'preact/hooks'
import type { OutboxItem } from '../../runtime/outbox-store.ts'
import type { Room } from '../../runtime/room.ts'

const refreshMs = 5000

export type Tickets = {
  /** The person's own tickets, newest first; undefined until the first answer. */
  tickets: PersonTicket[] | undefined
  failed: boolean
  /** Questions and replies that are not on the server yet. */
  waiting: OutboxItem[]
  refresh: () => Promise<void>
}

/** Own tickets, fresh every five seconds while the panel stands open in a visible page. */
export function useTickets(room: Room): Tickets {
  const [tickets, setTickets] = useState<PersonTicket[]>()
  const [failed, setFailed] = useState(false)
  const [waiting, setWaiting] = useState<OutboxItem[]>([])

  const refresh = useCallback(async () => {
    const [answer, unsent] = await Promise.all([room.ask<PersonTicketList>('tickets'), room.waiting()])
    setFailed(answer.kind !== 'ok')
    if (answer.kind === 'ok') setTickets(answer.value.items)
    setWaiting(unsent.filter(({ path }) => path.startsWith('tickets/')))
  }, [room])

  useEffect(() => {
    const look = () => {
      if (document.visibilityState === 'visible') void refresh()
    }
    look()
    const timer = setInterval(look, refreshMs)
    document.addEventListener('visibilitychange', look)
    return () => {
      clearInterval(timer)
      document.removeEventListener('visibilitychange', look)
    }
  }, [refresh])

  return { tickets, failed, waiting, refresh }
}
