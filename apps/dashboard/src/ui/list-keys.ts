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
  const move = (by: 1 | -1) => {
    const rows: HTMLElement[] = rowsOf(list.current)
    const at = rows.findIndex((row) => row.matches(':focus'))
    const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }

  useKeys({ j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) })
  useEffect(() => (ready ? rememberOpened(list.current, name) : undefined), [ready, name, list])
}

const rowsOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]

/** Focuses the row that was opened last time, and notes which is opened next. @returns its stop */
function rememberOpened(list: HTMLElement | null, name: string): (() => void) | undefined {
  if (!list) return
  const opened = lastRows.get(name)
  lastRows.delete(name)
  rowsOf(list)
    .find((row) => row.pathname === opened)
    ?.focus()
  const note = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-row]') : null
    if (link) lastRows.set(name, link.pathname)
  }
  list.addEventListener('click', note)
  return () => list.removeEventListener('click', note)
}
