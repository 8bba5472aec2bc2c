import { element } from '../../ui/element.ts'

/** How long a typed 1 waits for the 0 of a 10. */
const secondDigitMs = 600

export type Radios = { group: HTMLElement; mark(at: number): void; stop(): void }

/** What a button shows, and what it is called where that is not a text. */
export type Face = { shows: Node | string; name?: string }

type RadioOptions = {
  /** Classes of the group. */
  look: string
  dir: 'ltr' | 'rtl'
  /** Number of the first button, where digits choose. */
  first?: number
  onChoose(at: number): void
}

/**
 * Real buttons that together are one radio group: Tab reaches the group, arrows move within it, Enter and Space choose,
 * and so do digits where the buttons are numbers (1 then 0 is 10). Arrows alone choose nothing, because choosing saves
 * at once.
 */
export function radioGroup(faces: Face[], { look, dir, first = Number.NaN, onChoose }: RadioOptions): Radios {
  const count = faces.length
  const forward = dir === 'rtl' ? -1 : 1
  let chosen = -1
  let pending: ReturnType<typeof setTimeout> | undefined

  const buttons = faces.map(({ shows, name }, at) => {
    const button = element('button', { type: 'button', role: 'radio', class: 'option', 'aria-label': name }, shows)
    button.addEventListener('click', () => choose(at))
    return button
  })
  const group = element('div', { role: 'radiogroup', part: 'scale', class: look }, ...buttons)

  const reach = (reached: number) => {
    buttons.forEach((button, at) => {
      button.tabIndex = at === reached ? 0 : -1
      button.toggleAttribute('data-start', at === reached)
    })
  }
  const focus = (at: number) => {
    reach(at)
    buttons[at]?.focus()
  }
  const mark = (marked: number) => {
    chosen = marked
    buttons.forEach((button, at) => {
      button.setAttribute('aria-checked', `${at === marked}`)
      button.setAttribute('part', `option${at === marked ? ' chosen' : ''}`)
      button.toggleAttribute('data-filled', at <= marked)
    })
    reach(Math.max(marked, 0))
  }

  const stop = () => {
    clearTimeout(pending)
    pending = undefined
  }
  /** Whatever is chosen, a typed 1 waits no longer. */
  const choose = (at: number) => {
    stop()
    if (at === chosen) return
    mark(at)
    onChoose(at)
  }

  const typed = (digit: number) => {
    const at = (pending && !digit ? 10 : digit) - first
    if (!buttons[at]) return
    stop()
    focus(at)
    if (digit === 1 && buttons[10 - first]) pending = setTimeout(choose, secondDigitMs, at)
    else choose(at)
  }

  group.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey } = event
    const at = buttons.indexOf(target as HTMLButtonElement)
    if (at < 0 || altKey || ctrlKey || metaKey) return
    const steps: Record<string, number> = {
      ArrowRight: at + forward,
      ArrowLeft: at - forward,
      ArrowDown: at + 1,
      ArrowUp: at - 1,
      Home: 0,
      End: count - 1,
    }
    const to = steps[key]
    if (/^\d$/.test(key)) typed(Number(key))
    else if (to === undefined) return
    else focus((to + count) % count)
    event.preventDefault()
  })

  mark(-1)
  return { group, mark, stop }
}
