import { useEffect, useId, useRef, useState } from 'preact/hooks'
import { ApiProblem } from '../../api.ts'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'

const words = text.settings.areas

type Props = {
  label: string
  submit: string
  start: string
  /** In a table, where the column says what it is. */
  isLabelHidden?: boolean
  naming: { isPending: boolean; error: unknown; reset: () => void }
  /** @param done empties the form */
  onSubmit: (name: string, done: () => void) => void
  onCancel?: () => void
}

/** The name of an area, new or changed. */
export function AreaNameForm({ label, submit, start, isLabelHidden = false, naming, onSubmit, onCancel }: Props) {
  const [name, setName] = useState(start)
  const [isMissing, setMissing] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const id = useId()
  useEffect(() => {
    if (isLabelHidden) field.current?.select()
  }, [isLabelHidden])

  const isTaken = naming.error instanceof ApiProblem && naming.error.code === 'area_name_taken'
  const fault = isMissing ? words.missing : isTaken ? words.taken : null
  const send = (event: SubmitEvent) => {
    event.preventDefault()
    if (naming.isPending) return
    setMissing(name.trim() === '')
    if (name.trim() === '') return field.current?.focus()
    onSubmit(name.trim(), () => setName(''))
  }
  return (
    <form class="origin-form" onSubmit={send} noValidate>
      <div class="field">
        <label class={isLabelHidden ? 'visually-hidden' : undefined} for={id}>
          {label}
        </label>
        <div class="origin-entry">
          <input
            ref={field}
            id={id}
            class="input"
            name="area"
            maxLength={60}
            autoComplete="off"
            value={name}
            aria-invalid={fault !== null}
            aria-describedby={`${id}-fault`}
            onInput={(event) => {
              setName(event.currentTarget.value)
              setMissing(false)
              if (naming.error) naming.reset()
            }}
            onKeyDown={(event) => {
              if (event.key === 'Escape') onCancel?.()
            }}
          />
          <button type="submit" class="button" aria-disabled={naming.isPending}>
            {submit}
          </button>
          {onCancel && (
            <button type="button" class="button" data-look="quiet" onClick={onCancel}>
              {words.cancel}
            </button>
          )}
        </div>
        <span class="field-error" id={`${id}-fault`} role="alert">
          {fault}
        </span>
      </div>
      {naming.error && !isTaken ? <ProblemNotice error={naming.error} /> : null}
    </form>
  )
}
