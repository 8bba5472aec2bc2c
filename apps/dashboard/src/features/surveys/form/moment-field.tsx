import { useState } from 'preact/hooks'
import { useBuilder } from './builder-context.ts'
import { useFieldNotes } from './text-field.tsx'

type Props = {
  label: string
  path: string
  hint: string
  /** ISO, in UTC; null: none. */
  value: string | null
  onValue: (value: string | null) => void
}

const earliest = '2000-01-01T00:00'

/** A day and time in the member's own time zone. */
export function MomentField({ label, path, hint, value, onValue }: Props) {
  const { mayChange } = useBuilder()
  const { given, notes } = useFieldNotes(path, hint)
  const [begun, setBegun] = useState<string | null>(null)
  return (
    <div class="field survey-field">
      <label class="survey-field-label">
        <span>{label}</span>
        <input
          {...given}
          class="input"
          type="datetime-local"
          value={begun ?? (value === null ? '' : localMoment(value))}
          min={earliest}
          max="2199-12-31T23:59"
          readOnly={!mayChange}
          onInput={(event) => {
            const { value: typed, validity } = event.currentTarget
            // Half of a date is no date yet, and must not empty the field under the hand that types it.
            if (typed === '' && validity.badInput) return
            // Of the year 2026 the first stroke is the year 2.
            if (typed !== '' && typed < earliest) return setBegun(typed)
            setBegun(null)
            onValue(typed === '' ? null : new Date(typed).toISOString())
          }}
          onBlur={() => setBegun(null)}
        />
      </label>
      {notes}
    </div>
  )
}

/** "2026-03-05T10:30" as the field wants it, where the member is. */
function localMoment(iso: string): string {
  const at = new Date(iso)
  const two = (part: number) => `${part}`.padStart(2, '0')
  return `${`${at.getFullYear()}`.padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}T${two(at.getHours())}:${two(at.getMinutes())}`
}
