import { useInfiniteQuery } from '@tanstack/preact-query'
import { useLocation } from 'preact-iso'
import { useKeys } from '../../ui/keyboard.ts'
import { rememberRow } from '../../ui/list-keys.ts'
import { listQuery } from './use-tickets.ts'

/**
 * Goes by j and k to the tickets after and before one, in the list that it was opened from, as it stood then: one that was
 * answered since still has its place. Nowhere if no list led here.
 * @param pairs what that list was asked by
 */
export function useNeighbours(id: string, pairs: [string, string][], addressOf: (id: string) => string): void {
  const { route } = useLocation()
  const { data } = useInfiniteQuery({ ...listQuery(pairs), enabled: false })
  const go = (by: 1 | -1) => {
    const ids = (data?.pages ?? []).flatMap(({ items }) => items.map((ticket) => ticket.id))
    const at = ids.indexOf(id)
    const next = at === -1 ? undefined : ids[at + by]
    if (next === undefined) return
    const address = addressOf(next)
    rememberRow('tickets', new URL(address, location.origin).pathname, at + by)
    route(address)
  }
  useKeys({ j: () => go(1), k: () => go(-1) })
}
