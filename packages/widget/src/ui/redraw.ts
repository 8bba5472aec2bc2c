import { focusedBeside } from './focus.ts'

/**
 * Brings a list in line with how it should look. What looks the same is not touched, so that focus, selection and
 * scrolling stay; what held the focus passes it on to its successor.
 * @param fresh the list as it should be; `data-key` says which element is which
 */
export function redraw(list: HTMLElement, fresh: HTMLElement[]): void {
  const focused = focusedBeside(list)
  const before = [...list.children] as HTMLElement[]
  const keyed = new Map(before.map((child) => [child.dataset.key, child]))
  const holder = before.find((child) => child.contains(focused))

  const now = fresh.map((child) => {
    const old = keyed.get(child.dataset.key)
    passTime(old, child)
    return old?.isEqualNode(child) ? old : child
  })
  for (const old of before) if (!now.includes(old)) old.remove()
  now.forEach((child, at) => {
    if (list.children[at] !== child) list.insertBefore(child, list.children[at] ?? null)
  })

  const heir = holder && now.find(({ dataset }) => dataset.key === holder.dataset.key)
  const target = heir === holder ? focused : heir?.querySelector('button')
  // Moving an element within the page takes its focus away.
  if (holder && target !== focusedBeside(list)) target?.focus({ preventScroll: true })
}

/** Time alone is no reason to draw anew what may be selected, or would be read out again. */
function passTime(old: HTMLElement | undefined, fresh: HTMLElement): void {
  const [before, now] = [old?.querySelector('time'), fresh.querySelector('time')?.textContent]
  if (before && now && before.textContent !== now) before.textContent = now
}
