import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'
import { saidAt } from '../faults.ts'
import { useBuilder } from './builder-context.ts'

/** What a screen reader hears with a field, and the sentences below it. */
export function useFieldNotes(path: string, hint?: ComponentChildren) {
  const { faults } = useBuilder()
  const id = useId()
  const said = saidAt(faults, path)
  const describedBy = [...(hint ? [`${id}-hint`] : []), ...(said.length > 0 ? [`${id}-fault`] : [])].join(' ')
  return {
    given: {
      id,
      'data-field': path,
      'aria-invalid': said.length > 0,
      'aria-describedby': describedBy === '' ? undefined : describedBy,
    },
    notes: (
      <>
        {hint && (
          <span class="soft small" id={`${id}-hint`}>
            {hint}
          </span>
        )}
        {said.length > 0 && (
          <span class="field-error" id={`${id}-fault`}>
            {said.join(' ')}
          </span>
        )}
      </>
    ),
  }
}

type Props = {
  label: string
  /** Of the field within the definition. */
  path: string
  value: string
  onValue: (value: string) => void
  hint?: ComponentChildren
  placeholder?: string
  maxLength?: number
  rows?: number
  dir?: 'ltr' | 'rtl' | 'auto'
  lang?: string
  isCode?: boolean
}

/** A line or some lines of text. */
export function TextField({ label, path, value, onValue, hint, rows, isCode, ...rest }: Props) {
  const { mayChange } = useBuilder()
  const { given, notes } = useFieldNotes(path, hint)
  const shared = {
    ...given,
    ...rest,
    class: isCode ? 'input code' : 'input',
    value,
    readOnly: !mayChange,
    autocomplete: 'off' as const,
    onInput: (event: { currentTarget: { value: string } }) => onValue(event.currentTarget.value),
  }
  return (
    <div class="field survey-field">
      <label for={given.id}>{label}</label>
      {rows === undefined ? <input {...shared} spellcheck={!isCode} /> : <textarea {...shared} rows={rows} />}
      {notes}
    </div>
  )
}
