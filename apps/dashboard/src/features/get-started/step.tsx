import { Check } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { text } from '../../locales/text.ts'

const words = text.getStarted

type Props = { name: string; at: number; title: string; isDone: boolean; children: ComponentChildren }

/** One step, with its number until it is done. */
export function Step({ name, at, title, isDone, children }: Props) {
  return (
    <li class="card panel start-step" data-done={isDone}>
      <span class="start-mark" aria-hidden="true">
        {isDone ? <Check size={16} /> : at}
      </span>
      <section aria-labelledby={`start-${name}`}>
        <h2 id={`start-${name}`}>
          <span class="visually-hidden">{isDone ? words.done : words.open}: </span>
          {title}
        </h2>
        {children}
      </section>
    </li>
  )
}
