import type { ComponentChildren } from 'preact'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { formatCount } from '../../ui/numbers.ts'
import { type Bounds, readTyped } from './conditions.ts'

const words = text.segments.editor.bounds

/** How bounds are typed: `read` turns what is typed into what is kept, `write` does the reverse. */
export type Typing = {
  read: (typed: number) => number
  write: (kept: number) => string
  /** Of what is typed. */
  least: number
  most: number
  step: string
}

/** Whole numbers as they are. */
export const wholeNumbers = (most: number, least = 0): Typing => ({
  read: (typed) => typed,
  write: String,
  least,
  most,
  step: '1',
})

type Props = Typing & {
  legend: string
  from?: string
  to?: string
  bounds: Bounds
  onApply: (bounds: Bounds) => void
  children?: ComponentChildren
}

/** Two inputs, both optional. What cannot be applied is said beside them and not applied. */
export function BoundsField({ legend, bounds, onApply, children, from, to, ...typing }: Props) {
  const id = useId()
  const write = (kept: number | undefined) => (kept === undefined ? '' : typing.write(kept))
  const [typed, setTyped] = useTyped({ from: write(bounds.from), to: write(bounds.to) }, typing)
  const fault = faultOf(typed, typing)

  const type = (next: Texts) => {
    const kept = keptOf(next, typing)
    const isFaulty = faultOf(next, typing) !== null
    setTyped(next, isFaulty ? undefined : { from: write(kept.from), to: write(kept.to) })
    if (!isFaulty) onApply(kept)
  }
  const input = (label: string, side: 'from' | 'to') => (
    <label class="field">
      <span>{label}</span>
      <input
        class="input numbers"
        type="number"
        inputMode={typing.step === '1' ? 'numeric' : 'decimal'}
        min={typing.least}
        step={typing.step}
        value={typed[side]}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : id}
        data-first={side === 'from' ? true : undefined}
        onInput={(event) =>
          type({ ...typed, [side]: event.currentTarget.validity.badInput ? 'x' : event.currentTarget.value })
        }
      />
    </label>
  )
  return (
    <fieldset>
      <legend class="visually-hidden">{legend}</legend>
      <div class="bounds">
        {input(from ?? words.atLeast, 'from')}
        {input(to ?? words.atMost, 'to')}
        {children}
      </div>
      {fault !== null && (
        <p class="field-error" id={id}>
          {fault}
        </p>
      )}
    </fieldset>
  )
}

type Texts = { from: string; to: string }

function keptOf(typed: Texts, { read }: Typing): Bounds {
  const bound = (side: string) => {
    const is = readTyped(side)
    return is.kind === 'value' ? read(is.value) : undefined
  }
  const [from, to] = [bound(typed.from), bound(typed.to)]
  return { ...(from !== undefined && { from }), ...(to !== undefined && { to }) }
}

/** Why what is typed cannot be applied, in words, or null. */
function faultOf(typed: Texts, { least, most, step }: Typing): string | null {
  const sides = [readTyped(typed.from), readTyped(typed.to)]
  if (sides.some((side) => side.kind === 'fault' || (side.kind === 'value' && side.value < least)))
    return least < 0 ? words.notAnyNumber : words.notANumber
  const values = sides.flatMap((side) => (side.kind === 'value' ? [side.value] : []))
  if (values.some((value) => value > most)) return words.tooLarge(formatCount(most))
  if (step === '1' && !values.every(Number.isInteger)) return words.notWhole
  const [from, to] = values
  return values.length === 2 && from !== undefined && to !== undefined && from > to ? words.reversed : null
}

/**
 * What is typed stays as typed ("100." on the way to "100.50"), until what is kept changes by another hand (a chip
 * removed, an edit undone): then the inputs follow. `applied` is how what was typed will be written.
 */
function useTyped(kept: Texts, typing: Typing): [Texts, (typed: Texts, applied?: Texts) => void] {
  const [state, setState] = useState({ typed: kept, applied: kept })
  const isSame = (a: Texts, b: Texts) => a.from === b.from && a.to === b.to
  const isOurs = isSame(state.applied, kept)
  const typed = isOurs ? state.typed : kept
  return [
    typed,
    (next, applied) => setState({ typed: next, applied: applied ?? (faultOf(next, typing) === null ? next : kept) }),
  ]
}
