import { useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { giveFocus } from '../../ui/give-focus.ts'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useAccountShare } from './use-ideas.ts'

const words = text.ideas.share

/** How much one account may weigh in the balanced figure, and a way to change it. */
export function AccountShare({ share }: { share: number }) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    giveFocus(button.current)
  }
  return (
    <>
      <button ref={button} type="button" class="link-button" aria-haspopup="dialog" onClick={() => setOpen(true)}>
        {words.change}
      </button>
      {isOpen && <ShareDialog share={share} onClose={close} />}
    </>
  )
}

function ShareDialog({ share, onClose }: { share: number; onClose: () => void }) {
  const saving = useAccountShare()
  const [percent, setPercent] = useState(String(Math.round(share * 100)))
  const [isWrong, setWrong] = useState(false)
  const [field, hint] = [useId(), useId()]
  return (
    <Modal title={words.title} onClose={onClose}>
      <form
        class="confirm"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          const isValid = /^\d{1,3}$/.test(percent) && Number(percent) >= 1 && Number(percent) <= 100
          setWrong(!isValid)
          if (isValid && !saving.isPending)
            saving.mutate({ accountShare: Number(percent) / 100 }, { onSuccess: onClose })
        }}
      >
        <div class="field">
          <label for={field}>{words.field}</label>
          <input
            id={field}
            class="input share-input"
            inputMode="numeric"
            autocomplete="off"
            aria-invalid={isWrong}
            aria-describedby={hint}
            value={percent}
            onInput={(event) => setPercent(event.currentTarget.value.trim())}
          />
          <p class={isWrong ? 'field-error' : 'soft small'} id={hint} role={isWrong ? 'alert' : undefined}>
            {isWrong ? words.invalid : words.hint}
          </p>
        </div>
        {saving.isError && <ProblemNotice error={saving.error} />}
        <div class="confirm-actions">
          <button type="button" class="button" onClick={onClose}>
            {words.cancel}
          </button>
          <button type="submit" class="button" data-look="main" aria-disabled={saving.isPending}>
            {words.save}
          </button>
        </div>
      </form>
    </Modal>
  )
}
