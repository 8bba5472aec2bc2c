import type { ComponentChildren } from 'preact'
import { useEffect, useState } from 'preact/hooks'
import { useBuilder } from './builder-context.ts'
import { useFieldNotes } from './text-field.tsx'

type Props = {
  label: string
  path: string
  value: number | null
  /** Null: emptied, or no number. */
  onValue: (value: number | null) => void
  hint?: ComponentChildren
  min: number
  max: number
  isWhole?: boolean
}

/** A number. What is typed stays as it is typed; outside of its bounds it is brought to the nearest on leaving. */
export function NumberField({ label, path, value, onValue, hint, min, max, isWhole = true }: Props) {
  const { mayChange } = useBuilder()
  const { given, notes } = useFieldNotes(path, hint)
  const [typed, setTyped] = useState(shown(value))
  useEffect(() => {
    // Changed by another hand, such as an undo.
    setTyped((before) => (read(before, isWhole) === value ? before : shown(value)))
  }, [value, isWhole])

  const take = (raw: string) => {
    setTyped(raw)
    const number = read(raw, isWhole)
    if (number === null || (number >= min && number <= max)) onValue(number)
  }
  const leave = () => {
    const number = read(typed, isWhole)
    if (number !== null && (number < min || number > max)) take(`${Math.min(max, Math.max(min, number))}`)
    else setTyped(shown(value))
  }
  return (
    <div class="field survey-field">
      <label class="survey-field-label">
        <span>{label}</span>
        <input
          {...given}
          class="input survey-number"
          inputMode={isWhole ? 'numeric' : 'decimal'}
          autocomplete="off"
          value={typed}
          readOnly={!mayChange}
          onInput={(event) => take(event.currentTarget.value)}
          onBlur={leave}
        />
      </label>
      {notes}
    </div>
  )
}

const shown = (value: number | null): string => (value === null ? '' : `${value}`)

function read(typed: string, isWhole: boolean): number | null {
  const plain = typed.trim().replace(',', '.')
  if (!/^\d+(\.\d+)?$/.test(plain)) return null
  const number = Number(plain)
  return isWhole ? Math.round(number) : number
}
