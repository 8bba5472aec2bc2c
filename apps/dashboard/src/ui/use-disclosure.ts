import { useEffect, useRef, useState } from 'preact/hooks'
import { moveFocus } from './move-focus.ts'

/** A button that opens a panel within the same place. A press anywhere else closes it; `close` gives the focus back. */
export function useDisclosure() {
  const [isOpen, setOpen] = useState(false)
  const place = useRef<HTMLDivElement>(null)
  const button = useRef<HTMLButtonElement>(null)

  useEffect(() => {
    if (!isOpen) return
    const onPointer = (event: PointerEvent) => {
      if (event.target instanceof Node && !place.current?.contains(event.target)) setOpen(false)
    }
    addEventListener('pointerdown', onPointer)
    return () => removeEventListener('pointerdown', onPointer)
  }, [isOpen])

  const close = () => {
    setOpen(false)
    button.current?.focus()
  }
  const closeOnEscape = (event: KeyboardEvent) => {
    if (isOpen && event.key === 'Escape') close()
  }
  return {
    isOpen,
    setOpen,
    close,
    place,
    button,
    closeOnEscape,
    /** For a panel of stops (`data-stop`): arrows go into it and about in it, Escape and leaving it with Tab close it. */
    walked: {
      onKeyDown(event: KeyboardEvent) {
        if (!isOpen) return
        closeOnEscape(event)
        if (event.key === 'ArrowDown' && event.target === button.current) {
          event.preventDefault()
          place.current?.querySelector<HTMLElement>('[data-stop]')?.focus()
        } else moveFocus(event, place.current)
      },
      onFocusOut({ relatedTarget }: FocusEvent) {
        if (relatedTarget instanceof Node && !place.current?.contains(relatedTarget)) setOpen(false)
      },
    },
  }
}
