import { element } from '../ui/element.ts'
import { titleId } from '../ui/title-id.ts'

export type Frame = {
  body: HTMLElement
  /** Moves the focus to where work begins. */
  enter(): void
  hasFocus(): boolean
  /** Takes the card away; the focus goes back to where it came from if `giveBack` says so. */
  remove(giveBack: boolean): void
}

export type FrameOptions = {
  part: 'prompt' | 'panel'
  closeLabel: string
  /** The reader pressed × or Escape. */
  onClose(): void
}

/**
 * A non-modal card: × and Escape close it, F6 moves the focus in and back out, and keys typed inside stay inside, so
 * that the host app's shortcuts sleep. When it goes, the focus returns to where it came from.
 */
export function openFrame(layer: HTMLElement, { part, closeLabel, onClose }: FrameOptions): Frame {
  const root = layer.getRootNode() as ShadowRoot
  const body = element('div', { class: 'body' })
  const close = element('button', { type: 'button', class: 'close', 'aria-label': closeLabel }, '×')
  const section = element(
    'section',
    { role: 'dialog', part, class: `card ${part}`, 'aria-labelledby': titleId, tabindex: '-1' },
    body,
    close,
  )
  const focused = () => {
    let at = root.activeElement ?? document.activeElement
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement
    return at as HTMLElement | null
  }
  let cameFrom = focused()

  const enter = () => {
    const start = section.querySelector<HTMLElement>('[data-start]') ?? section
    start.focus()
  }
  const leave = () => {
    // Whoever puts a card away reads on where the page stands.
    cameFrom?.focus({ preventScroll: true })
    // It may be gone, or hidden by now, as what was chosen in a menu is.
    if (cameFrom === document.body || focused() !== cameFrom) root.querySelector<HTMLElement>('[part=tab]')?.focus()
  }

  const inside = (event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.isComposing) onClose()
  }
  const outside = (event: KeyboardEvent) => {
    // Escape typed into the host app belongs to the host app.
    const free = document.activeElement === document.body || !document.activeElement
    if (event.key === 'Escape' && free && !event.defaultPrevented) onClose()
  }
  const jump = (event: KeyboardEvent) => {
    if (event.key !== 'F6' || event.defaultPrevented) return
    event.preventDefault()
    if (section.contains(root.activeElement)) return leave()
    cameFrom = focused()
    enter()
  }

  for (const type of ['keydown', 'keypress', 'keyup', 'copy', 'cut', 'paste'] as const) {
    section.addEventListener(type, (event) => event.stopPropagation())
  }
  section.addEventListener('keydown', inside)
  close.addEventListener('click', onClose)
  document.addEventListener('keydown', outside)
  document.addEventListener('keydown', jump, true)
  layer.append(section)

  return {
    body,
    enter,
    hasFocus: () => section.contains(root.activeElement),
    remove(giveBack) {
      document.removeEventListener('keydown', outside)
      document.removeEventListener('keydown', jump, true)
      section.remove()
      if (giveBack) leave()
    },
  }
}
