import { X } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useRef } from 'preact/hooks'
import { text } from '../locales/text.ts'

type Props = {
  title: string
  /** Asked before it closes by hand; false keeps it open. */
  mayClose?: () => boolean
  onClose: () => void
  children: ComponentChildren
}

const fields = 'input:not([type=hidden], :disabled), textarea, select'

/**
 * A dialog over the page. It opens at what has `autoFocus`, else in its first field, and closes when it is taken away. The
 * browser keeps focus inside and gives Escape; focus returns to where it was, or goes to where `giveFocus` asks for it.
 */
export function Modal({ title, mayClose, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const isGone = useRef(false)
  const id = useId()
  useEffect(() => {
    const shown = dialog.current
    if (!shown) return
    shown.showModal()
    // The browser would begin with the button that closes it.
    if (!shown.querySelector('[autofocus]')) shown.querySelector<HTMLElement>(fields)?.focus()
    return () => {
      // Removed while it is open, the focus would be nowhere.
      isGone.current = true
      shown.close()
    }
  }, [])
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => mayClose?.() === false && event.preventDefault()}
      onClose={() => !isGone.current && onClose()}
    >
      <header class="dialog-head">
        <h2 id={id}>{title}</h2>
        <button
          type="button"
          class="icon-button"
          aria-label={text.common.close}
          onClick={() => mayClose?.() !== false && dialog.current?.close()}
        >
          <X size={16} aria-hidden="true" />
        </button>
      </header>
      {children}
    </dialog>
  )
}
