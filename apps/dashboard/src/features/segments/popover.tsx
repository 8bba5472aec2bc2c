import { ChevronDown } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useDisclosure } from '../../ui/use-disclosure.ts'
import { moveFocus } from './move-focus.ts'

type Props = {
  label: ComponentChildren
  name?: string
  look?: 'quiet'
  children: (close: () => void) => ComponentChildren
}

/** A button with a panel below it. Escape, a press elsewhere and leaving it with Tab close it. */
export function Popover({ label, name, look, children }: Props) {
  const { isOpen, setOpen, close, place, button } = useDisclosure()
  const id = useId()

  const onKeyDown = (event: KeyboardEvent) => {
    if (!isOpen) return
    if (event.key === 'Escape') close()
    else if (event.key === 'ArrowDown' && event.target === button.current) {
      event.preventDefault()
      place.current?.querySelector<HTMLElement>('[data-stop]')?.focus()
    } else moveFocus(event, place.current)
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from wherever the focus is inside
    <div
      class="popover"
      ref={place}
      onKeyDown={onKeyDown}
      onFocusOut={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !place.current?.contains(relatedTarget)) setOpen(false)
      }}
    >
      <button
        ref={button}
        type="button"
        class="button"
        data-look={look}
        aria-label={name}
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {label}
        <ChevronDown size={14} aria-hidden="true" />
      </button>
      {isOpen && (
        <div class="popover-panel card" id={id}>
          {children(close)}
        </div>
      )}
    </div>
  )
}
