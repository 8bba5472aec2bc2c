import type { SavedSegment, Segment } from '@heed/contracts'
import { formatSegment, parseSegment } from '@heed/segments'
import { useId, useRef, useState } from 'preact/hooks'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useUnloadWarning } from '../../ui/unload-warning.ts'
import { longestName, nameProblem } from './name-problem.ts'
import { SegmentEditor } from './segment-editor.tsx'
import { useSegmentChange, useSegmentSaving, useSegmentUses } from './use-saved.ts'
import { usesInWords } from './uses-in-words.ts'

const words = text.segments.page

type Props = {
  currency: string
  /** Null: a new one. */
  saved: SavedSegment | null
  onSaved: (saved: SavedSegment) => void
  onClose: () => void
}

/** Edits name and conditions of a saved segment; nothing changes before it is saved. What is built on it is said first. */
export function SavedEditor({ currency, saved, onSaved, onClose }: Props) {
  const [segment, setSegment] = useState<Segment>(() => parseSegment(saved?.segment ?? '').segment)
  const [name, setName] = useState(saved?.name ?? '')
  const [wasTried, setTried] = useState(false)
  const [asksToDiscard, setAsks] = useState(false)
  const creation = useSegmentSaving()
  const change = useSegmentChange()
  const saving = saved ? change : creation
  const known = useSegmentUses(saved?.id).data
  const uses = known ? usesInWords(known) : []
  const input = useRef<HTMLInputElement>(null)
  const mayDiscard = useRef(false)
  const id = useId()

  const written = formatSegment(segment)
  const isChanged = name.trim() !== (saved?.name ?? '') || written !== (saved?.segment ?? '')
  useUnloadWarning(isChanged)
  const nameFault = wasTried ? nameProblem(name, saving.error) : null
  const isEmpty = wasTried && written === ''

  const save = (close: () => void) => {
    setTried(true)
    if (nameProblem(name, null) !== null) return input.current?.focus()
    if (written === '' || saving.isPending) return
    const wanted = { name: name.trim(), segment: written }
    const callbacks = {
      onSuccess: (done: SavedSegment) => {
        onSaved(done)
        mayDiscard.current = true
        close()
      },
    }
    if (saved) change.mutate({ id: saved.id, ...wanted }, callbacks)
    else creation.mutate(wanted, callbacks)
  }

  return (
    <SegmentEditor
      title={saved ? words.editTitle : words.createTitle}
      currency={currency}
      segment={segment}
      onChange={(next) => {
        setSegment(next)
        setAsks(false)
        if (saving.isError) saving.reset()
      }}
      mayClose={() => {
        if (!isChanged || mayDiscard.current) return true
        setAsks(true)
        return false
      }}
      onClose={onClose}
      {...(saved && { except: saved.id })}
      head={
        <div class="saved-head">
          <label class="field">
            <span>{text.segments.saved.name}</span>
            <input
              ref={input}
              class="input"
              value={name}
              maxLength={longestName}
              placeholder={text.segments.saved.nameHint}
              aria-invalid={nameFault !== null}
              aria-describedby={nameFault === null ? undefined : id}
              autocomplete="off"
              onInput={(event) => {
                setName(event.currentTarget.value)
                if (saving.isError) saving.reset()
              }}
            />
          </label>
          {nameFault !== null && (
            <p class="field-error" id={id} role="alert">
              {nameFault}
            </p>
          )}
          {uses.length > 0 && <p class="uses">{words.usedBy(new Intl.ListFormat(locale).format(uses))}</p>}
        </div>
      }
      foot={({ close }) => (
        <>
          {isEmpty && (
            <p class="field-error" role="alert">
              {text.segments.saved.conditionMissing}
            </p>
          )}
          {saving.isError && nameFault === null && <ProblemNotice error={saving.error} />}
          {asksToDiscard && (
            <p class="unsaved" role="alert">
              {words.unsaved}
            </p>
          )}
          <button
            type="button"
            class="button"
            data-look={asksToDiscard ? undefined : 'quiet'}
            onClick={() => {
              mayDiscard.current = asksToDiscard
              close()
            }}
          >
            {asksToDiscard ? words.discard : text.segments.saved.cancel}
          </button>
          <button
            type="button"
            class="button"
            data-look="main"
            aria-disabled={saving.isPending}
            onClick={() => save(close)}
          >
            {words.save}
          </button>
        </>
      )}
    />
  )
}
