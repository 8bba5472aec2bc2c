import { ChevronDown } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { useDisclosure } from '../../ui/use-disclosure.ts'

type Props = {
  label: ComponentChildren
  name?: string
  look?: 'quiet'
  children: (close: () => void) => ComponentChildren
}

/** A button with a panel below it. Escape, a press elsewhere and leaving it with Tab close it. */
export function Popover({ label, name, look, children }: Props) {
  const { isOpen, setOpen, close, place, button, walked } = useDisclosure()
  const id = useId()

  return (
    <div class="popover" ref={place} {...walked}>
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
