/**
 * Moves the focus over what is marked `data-stop` within an element, by the arrows up and down, Home and End.
 * Inputs whose own arrows and keys count (numbers, dates, choices, text being typed) keep theirs.
 * @returns whether the key was used
 */
export function moveFocus(event: KeyboardEvent, within: HTMLElement | null): boolean {
  const { target, key } = event
  if (!(target instanceof HTMLElement) || event.altKey || event.ctrlKey || event.metaKey) return false
  const isSearch = target instanceof HTMLInputElement && target.type === 'search'
  const isStop = target.matches('[data-stop]')
  if (!isSearch && !isStop) return false

  const stops = [...(within?.querySelectorAll<HTMLElement>('[data-stop]') ?? [])]
  const at = stops.indexOf(target)
  const next =
    key === 'ArrowDown'
      ? stops[at + 1]
      : key === 'ArrowUp'
        ? (stops[at - 1] ?? within?.querySelector<HTMLElement>('input[type=search]'))
        : isStop && key === 'Home'
          ? stops[0]
          : isStop && key === 'End'
            ? stops.at(-1)
            : undefined
  if (!next || next === target) return false
  event.preventDefault()
  event.stopPropagation()
  next.focus()
  next.scrollIntoView?.({ block: 'nearest' })
  return true
}
