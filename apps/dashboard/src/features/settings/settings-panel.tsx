import type { ComponentChildren } from 'preact'
import { giveFocus } from '../../ui/give-focus.ts'

type Props = { id: string; title: string; children: ComponentChildren }

/** A part of a section under its own heading, which may take the focus. */
export const SettingsPanel = ({ id, title, children }: Props) => (
  <section class="card panel" aria-labelledby={id}>
    <h2 id={id} tabIndex={-1}>
      {title}
    </h2>
    {children}
  </section>
)

/** Moves the focus to a panel's heading: where it was has gone, such as a row with its button. */
export const focusPanel = (id: string) => giveFocus(document.getElementById(id))
