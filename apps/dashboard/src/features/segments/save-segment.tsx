import type { SavedSegment, Segment } from '@heed/contracts'
import { describeSegment, formatSegment } from '@heed/segments'
import { useId, useRef, useState } from 'preact/hooks'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { longestName, nameProblem } from './name-problem.ts'
import { useSaved, useSegmentSaving } from './use-saved.ts'

const words = text.segments.saved

type Props = { segment: Segment; currency: string; onSaved: (saved: SavedSegment) => void; onClose: () => void }

/** Asks for a name and saves whom one is looking at. */
export function SaveSegment({ segment, currency, onSaved, onClose }: Props) {
  const { nameOf } = useSaved()
  const saving = useSegmentSaving()
  const [name, setName] = useState('')
  const [wasTried, setTried] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const fault = wasTried && !saving.isPending ? nameProblem(name, saving.error) : null

  const save = (event: Event) => {
    event.preventDefault()
    setTried(true)
    if (name.trim() === '') input.current?.focus()
    else if (!saving.isPending)
      saving.mutate(
        { name: name.trim(), segment: formatSegment(segment) },
        { onSuccess: onSaved, onError: () => input.current?.focus() },
      )
  }
  return (
    <Modal title={words.title} onClose={onClose}>
      <form class="save-segment" onSubmit={save} noValidate>
        <p class="soft">
          {words.holds} {describeSegment(segment, { currency, locale, nameOf }).join(' · ')}
        </p>
        <label class="field">
          <span>{words.name}</span>
          <input
            ref={input}
            class="input"
            value={name}
            maxLength={longestName}
            placeholder={words.nameHint}
            aria-invalid={fault !== null}
            aria-describedby={fault === null ? undefined : id}
            autocomplete="off"
            // biome-ignore lint/a11y/noAutofocus: the dialog opens to be given a name
            autoFocus
            onInput={(event) => {
              setName(event.currentTarget.value)
              if (saving.isError) saving.reset()
            }}
          />
        </label>
        {fault !== null ? (
          <p class="field-error" id={id} role="alert">
            {fault}
          </p>
        ) : (
          saving.isError && <ProblemNotice error={saving.error} />
        )}
        <div class="save-acts">
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
