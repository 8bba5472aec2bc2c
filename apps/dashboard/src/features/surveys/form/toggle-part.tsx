import type { ComponentChildren } from 'preact'
import { useState } from 'preact/hooks'
import { useBuilder } from './builder-context.ts'
import { useFieldNotes } from './text-field.tsx'

type Props = {
  label: string
  path: string
  isOn: boolean
  /** Ticked, it may stay off until something is written below. */
  onToggle: (isOn: boolean) => void
  hint?: ComponentChildren
  children?: ComponentChildren
}

/** A checkbox; what belongs to it shows below while it is ticked. */
export function TogglePart({ label, path, isOn, onToggle, hint, children }: Props) {
  const { mayChange } = useBuilder()
  const { given, notes } = useFieldNotes(path, hint)
  const [isWanted, setWanted] = useState(false)
  const shows = isOn || isWanted
  return (
    <div class="survey-toggle">
      <label class="check">
        <input
          {...given}
          type="checkbox"
          checked={shows}
          disabled={!mayChange}
          onChange={(event) => {
            setWanted(event.currentTarget.checked)
            onToggle(event.currentTarget.checked)
          }}
        />
        {label}
      </label>
      {notes}
      {shows && children && <div class="survey-toggle-inner">{children}</div>}
    </div>
  )
}
