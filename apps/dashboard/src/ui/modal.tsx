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

/** A dialog over the page. The browser keeps focus inside and gives Escape; focus returns to where it was. */
export function Modal({ title, mayClose, onClose, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null)
  const id = useId()
  useEffect(() => dialog.current?.showModal(), [])
  return (
    <dialog
      ref={dialog}
      class="dialog"
      aria-labelledby={id}
      onCancel={(event) => mayClose?.() === false && event.preventDefault()}
      onClose={onClose}
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
