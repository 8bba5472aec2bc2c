import type { RefObject } from 'preact'
import { useEffect } from 'preact/hooks'
import { useKeys } from './keyboard.ts'

// Where the member was in each list, so that coming back from a detail page goes on from there.
const lastRows = new Map<string, string>()

/**
 * Moves the focus over the rows of a list (links marked `data-row`) by j, k and the arrows; Enter opens, as they are links.
 * @param name one list's own name, under which the last opened row is remembered
 * @param ready whether the rows are there
 */
export function useListKeys(list: RefObject<HTMLElement>, name: string, ready: boolean): void {
  const rows = () => [...(list.current?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]

  const move = (by: 1 | -1) => {
    const all = rows()
    const at = all.findIndex((row) => row === document.activeElement)
    const next = all[at === -1 ? (by === 1 ? 0 : all.length - 1) : at + by]
    next?.focus()
    next?.scrollIntoView?.({ block: 'nearest' })
  }

  useKeys({ j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) })

  useEffect(() => {
    const element = list.current
    if (!ready || !element) return
    const opened = lastRows.get(name)
    lastRows.delete(name)
    const row = opened && rows().find((each) => each.pathname === opened)
    if (row) row.focus()
    const remember = (event: MouseEvent) => {
      const link = event.target instanceof Element && event.target.closest<HTMLAnchorElement>('a[data-row]')
      if (link) lastRows.set(name, link.pathname)
    }
    element.addEventListener('click', remember)
    return () => element.removeEventListener('click', remember)
  }, [ready, name])
}
