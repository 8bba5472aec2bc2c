import { useEffect, useRef } from 'preact/hooks'

/** Strokes ("j", "?", "ArrowDown") or two in a row ("g o") → what they do. */
export type KeyMap = Record<string, () => void>

export type Pending = { prefix: string; atMs: number } | null

const sequenceMs = 1200

/** Decides what a stroke means, given an unfinished sequence. A sequence wins over a single key of the same name. */
export function readStroke(
  pending: Pending,
  stroke: string,
  nowMs: number,
  bindings: ReadonlySet<string>,
): { match: string | null; pending: Pending } {
  if (pending && nowMs - pending.atMs < sequenceMs) {
    const both = `${pending.prefix} ${stroke}`
    if (bindings.has(both)) return { match: both, pending: null }
  }
  const begins = [...bindings].some((binding) => binding.startsWith(`${stroke} `))
  if (begins) return { match: null, pending: { prefix: stroke, atMs: nowMs } }
  return { match: bindings.has(stroke) ? stroke : null, pending: null }
}

/** Keys belong to whoever is typing, to the browser when a modifier is held, and to an open dialog. */
function isFree(event: KeyboardEvent): boolean {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return false
  if (document.querySelector('dialog[open]')) return false
  const target = event.target
  if (!(target instanceof HTMLElement)) return true
  if (target.matches(pressed)) return ![' ', 'Enter'].includes(event.key) && !event.key.startsWith('Arrow')
  return !target.closest('input, textarea, select, [contenteditable]')
}

/** Nobody types in these; the keys that work them stay theirs. */
const pressed = 'input:is([type=checkbox], [type=radio], [type=button], [type=submit], [type=reset])'

// One reader for the whole page: two of them would both take the second stroke of "g r".
const maps = new Set<{ readonly current: KeyMap }>()
let pending: Pending = null

function onKeyDown(event: KeyboardEvent): void {
  if (!isFree(event) || event.key === 'Shift') return
  const bindings = new Set([...maps].flatMap((map) => Object.keys(map.current)))
  const read = readStroke(pending, event.key, event.timeStamp, bindings)
  pending = read.pending
  if (read.match === null) return
  event.preventDefault()
  // The newest map wins: a page over the shell.
  ;[...maps]
    .reverse()
    .find((map) => read.match !== null && read.match in map.current)
    ?.current[read.match]?.()
}

/** Binds keys for as long as the component is mounted. */
export function useKeys(map: KeyMap): void {
  const current = useRef(map)
  current.current = map
  useEffect(() => {
    if (maps.size === 0) addEventListener('keydown', onKeyDown)
    maps.add(current)
    return () => {
      maps.delete(current)
      if (maps.size === 0) removeEventListener('keydown', onKeyDown)
    }
  }, [])
}
