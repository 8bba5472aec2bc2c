import { ChevronDown } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useEffect, useId, useState } from 'preact/hooks'
import { isAbout } from '../faults.ts'
import { useBuilder } from './builder-context.ts'

type Props = {
  title: string
  /** What it holds, in words: read while it is closed. */
  summary: string
  /** Paths of the fields within; a fault of one opens it. */
  fields: readonly string[]
  isOpenFirst?: boolean
  children: ComponentChildren
}

/** One part of the form. Closed it says what is set, so that whoever needs no change need not open it. */
export function FormPart({ title, summary, fields, isOpenFirst = false, children }: Props) {
  const { faults } = useBuilder()
  const [isOpen, setOpen] = useState(isOpenFirst)
  const id = useId()
  const isAtFault = faults.some((fault) => fields.some((field) => isAbout(fault, field)))
  const isShown = isOpen || isAtFault
  // It does not close under the hand that mends it.
  useEffect(() => {
    if (isAtFault) setOpen(true)
  }, [isAtFault])
  return (
    <section class="card survey-part" aria-labelledby={`${id}-title`} data-fault={isAtFault}>
      <h2 class="survey-part-head">
        <button type="button" aria-expanded={isShown} aria-controls={id} onClick={() => setOpen(!isOpen)}>
          <span id={`${id}-title`}>{title}</span>
          <ChevronDown size={16} aria-hidden="true" />
        </button>
      </h2>
      {!isShown && <p class="soft survey-part-summary">{summary}</p>}
      <div class="survey-part-body" id={id} hidden={!isShown}>
        {isShown && children}
      </div>
    </section>
  )
}
