import { useEffect, useRef, useState } from 'preact/hooks'

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
  return {
    isOpen,
    setOpen,
    close,
    place,
    button,
    closeOnEscape: (event: KeyboardEvent) => {
      if (isOpen && event.key === 'Escape') close()
    },
  }
}
