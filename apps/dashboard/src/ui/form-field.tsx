import type { ComponentChildren } from 'preact'
import { useId } from 'preact/hooks'

type Described = { id: string; 'aria-invalid': boolean; 'aria-describedby'?: string }
type Props = {
  label: string
  hint?: string
  /** What is wrong with what stands in it; takes the hint's place. */
  fault?: string | null
  children: (described: Described) => ComponentChildren
}

/** A field with its label, and what one should know of it or what is wrong, tied together for screen readers. */
export function FormField({ label, hint, fault, children }: Props) {
  const id = useId()
  const note = fault ?? hint
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {children({ id, 'aria-invalid': Boolean(fault), ...(note && { 'aria-describedby': `${id}-note` }) })}
      {note && (
        <span class={fault ? 'field-error' : 'soft small'} id={`${id}-note`}>
          {note}
        </span>
      )}
    </div>
  )
}
