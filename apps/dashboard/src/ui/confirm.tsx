import type { ComponentChildren } from 'preact'
import { Modal } from './modal.tsx'
import { ProblemNotice } from './problem-notice.tsx'

type Props = {
  title: string
  confirm: string
  cancel: string
  isPending: boolean
  error: unknown
  onConfirm: () => void
  onClose: () => void
  children: ComponentChildren
}

/** Asks before something that others would feel. The focus stands on what changes nothing. */
export function Confirm({ title, confirm, cancel, isPending, error, onConfirm, onClose, children }: Props) {
  return (
    <Modal title={title} onClose={onClose}>
      <div class="confirm">
        {children}
        {error ? <ProblemNotice error={error} /> : null}
        <div class="confirm-actions">
          {/* biome-ignore lint/a11y/noAutofocus: in a dialog one place has the focus, and this one changes nothing */}
          <button type="button" class="button" autoFocus onClick={onClose}>
            {cancel}
          </button>
          <button
            type="button"
            class="button"
            data-look="main"
            aria-disabled={isPending}
            onClick={() => {
              if (!isPending) onConfirm()
            }}
          >
            {confirm}
          </button>
        </div>
      </div>
    </Modal>
  )
}
