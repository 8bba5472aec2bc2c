import { useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { formatDuration } from '../../ui/numbers.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { mostMinutes, readWhole } from './read-whole.ts'
import { useHelpChange } from './use-help-settings.ts'

const words = text.deflection.handling
const minuteMs = 60_000

type Props = { handlingMs: number; mayChange: boolean }

/** What a ticket costs, beside the hours that go by it; changed in place. */
export function HandlingTime({ handlingMs, mayChange }: Props) {
  const [isOpen, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setOpen(false)
    requestAnimationFrame(() => button.current?.focus())
  }
  if (isOpen) return <HandlingForm handlingMs={handlingMs} onClose={close} />
  return (
    <span class="handling soft">
      {', '}
      {words.at(formatDuration(handlingMs))}{' '}
      {mayChange && (
        <button ref={button} type="button" class="link-button" onClick={() => setOpen(true)}>
          {words.change}
        </button>
      )}
    </span>
  )
}

function HandlingForm({ handlingMs, onClose }: { handlingMs: number; onClose: () => void }) {
  const change = useHelpChange()
  const [typed, setTyped] = useState(`${Math.round(handlingMs / minuteMs)}`)
  const [wasTried, setTried] = useState(false)
  const id = useId()
  const minutes = readWhole(typed, 1, mostMinutes)
  const isWrong = wasTried && minutes === null

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    setTried(true)
    if (minutes !== null && !change.isPending) change.mutate({ handlingMs: minutes * minuteMs }, { onSuccess: onClose })
  }
  return (
    <form class="handling-form" onSubmit={submit} noValidate>
      <label class="field" for={id}>
        <span>{words.label}</span>
      </label>
      <div class="handling-row">
        <input
          id={id}
          class="input fatigue-number"
          inputMode="numeric"
          autocomplete="off"
          // The form opens because somebody pressed the button that it stands in the place of.
          ref={(input) => input?.focus()}
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? `${id}-fault` : undefined}
          onInput={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => event.key === 'Escape' && onClose()}
        />
        <button type="submit" class="button" aria-disabled={change.isPending}>
          {change.isPending ? words.saving : words.save}
        </button>
        <button type="button" class="button" data-look="quiet" onClick={onClose}>
          {words.cancel}
        </button>
      </div>
      {isWrong && (
        <p class="field-error" id={`${id}-fault`} role="alert">
          {words.bounds(1, mostMinutes)}
        </p>
      )}
      {change.isError && <ProblemNotice error={change.error} />}
    </form>
  )
}
