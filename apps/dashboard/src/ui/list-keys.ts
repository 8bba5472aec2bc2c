import type { RefObject } from 'preact'
import { useEffect, useLayoutEffect } from 'preact/hooks'
import { useKeys } from './keyboard.ts'

/** @property at its place in the list, for when it has left it */
type Row = { path: string; at: number }

// Where the member was in each list, so that coming back from a detail page goes on from there.
const lastRows = new Map<string, Row>()

/** Notes which row of a list is looked at, for whoever goes on to another without the list. */
export const rememberRow = (name: string, path: string, at: number): void => void lastRows.set(name, { path, at })

/**
 * Moves the focus over the rows of a list (links marked `data-row`) by j, k and the arrows; Enter opens, as they are links.
 * Where the focused row goes, the one that is then in its place has the focus.
 * @param name one list's own name, under which the last opened row is remembered
 * @param ready whether the rows are there
 */
export function useListKeys(list: RefObject<HTMLElement>, name: string, ready: boolean): void {
  const move = (by: 1 | -1) => {
    const rows: HTMLElement[] = rowsOf(list.current)
    const at = focusedAt(rows)
    const next = rows[at === -1 ? (by === 1 ? 0 : rows.length - 1) : at + by]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }

  useKeys({ j: () => move(1), k: () => move(-1), ArrowDown: () => move(1), ArrowUp: () => move(-1) })
  useEffect(() => (ready ? rememberOpened(list.current, name) : undefined), [ready, name, list])

  const before = focusedAt(rowsOf(list.current)) // the rows still stand as they were
  useLayoutEffect(() => {
    if (before !== -1 && document.activeElement === document.body) focusNear(rowsOf(list.current), before)
  })
}

const rowsOf = (list: HTMLElement | null) => [...(list?.querySelectorAll<HTMLAnchorElement>('a[data-row]') ?? [])]

const focusedAt = (rows: HTMLElement[]) => rows.findIndex((row) => row.matches(':focus'))

/** The row at a place, or the last; the page's heading where none is left. */
const focusNear = (rows: HTMLElement[], at: number) =>
  (rows[Math.min(at, rows.length - 1)] ?? document.querySelector<HTMLElement>('main h1'))?.focus()

/** Focuses the row that was opened last time, or what is in its place, and notes which is opened next. @returns its stop */
function rememberOpened(list: HTMLElement | null, name: string): (() => void) | undefined {
  if (!list) return
  const opened = lastRows.get(name)
  lastRows.delete(name)
  const rows = rowsOf(list)
  const same = rows.find((row) => row.pathname === opened?.path)
  if (same) same.focus()
  else if (opened) focusNear(rows, opened.at)
  const note = (event: MouseEvent) => {
    const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[data-row]') : null
    if (link) rememberRow(name, link.pathname, rowsOf(list).indexOf(link))
  }
  list.addEventListener('click', note)
  return () => list.removeEventListener('click', note)
}
