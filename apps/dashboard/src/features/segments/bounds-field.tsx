import type { Segment } from '@heed/contracts'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { currencyDigits } from '../../ui/numbers.ts'
import {
  type Bounds,
  conditionOn,
  daysToMonths,
  monthsToDays,
  readTyped,
  type TenureUnit,
  toMajorText,
  toMinor,
  unitOf,
  withCondition,
  withoutCondition,
} from './conditions.ts'

const words = text.segments.editor

type FieldProps = {
  legend: string
  from: string
  to: string
  step: string
  onTyped: (from: string, to: string) => void
  children?: preact.ComponentChildren
}

/** Two inputs, both optional. What cannot be applied is said beside them and not applied. */
function BoundsField({ legend, from, to, step, onTyped, children }: FieldProps) {
  const id = useId()
  const fault = faultOf(from, to)
  const input = (label: string, value: string, change: (value: string) => void) => (
    <label class="field">
      <span>{label}</span>
      <input
        class="input numbers"
        type="number"
        inputMode="decimal"
        min="0"
        step={step}
        value={value}
        aria-invalid={fault !== null}
        aria-describedby={fault === null ? undefined : id}
        onInput={(event) => change(event.currentTarget.validity.badInput ? 'x' : event.currentTarget.value)}
      />
    </label>
  )
  return (
    <fieldset>
      <legend>{legend}</legend>
      <div class="bounds">
        {input(words.atLeast, from, (value) => onTyped(value, to))}
        {input(words.atMost, to, (value) => onTyped(from, value))}
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

/** Why the two cannot be applied, in words, or null. */
function faultOf(fromText: string, toText: string): string | null {
  const from = readTyped(fromText)
  const to = readTyped(toText)
  if (from.kind === 'fault' || to.kind === 'fault') return words.notANumber
  return from.kind === 'value' && to.kind === 'value' && from.value > to.value ? words.reversed : null
}

function boundsOf(from: string, to: string, convert: (value: number) => number): Bounds {
  const bound = (typed: string) => {
    const read = readTyped(typed)
    return read.kind === 'value' ? convert(read.value) : null
  }
  return { from: bound(from), to: bound(to) }
}

type Props = { segment: Segment; onApply: (segment: Segment) => void }

/** Spend a month: typed in major units, kept in minor ones. */
export function SpendBounds({ segment, currency, onApply }: Props & { currency: string }) {
  const condition = conditionOn(segment, 'spend')
  const shown = (minor: number | undefined) => (minor === undefined ? '' : toMajorText(minor, currency))
  const [typed, setTyped] = useTyped(shown(condition?.atLeastMinor), shown(condition?.atMostMinor))

  return (
    <BoundsField
      legend={words.spend(currency)}
      step={String(10 ** -currencyDigits(currency))}
      from={typed.from}
      to={typed.to}
      onTyped={(fromText, toText) => {
        const { from, to } = boundsOf(fromText, toText, (major) => toMinor(major, currency))
        setTyped(
          { from: fromText, to: toText },
          { from: from === null ? '' : toMajorText(from, currency), to: to === null ? '' : toMajorText(to, currency) },
        )
        if (faultOf(fromText, toText) !== null) return
        const next = {
          field: 'spend' as const,
          ...(from === null ? {} : { atLeastMinor: from }),
          ...(to === null ? {} : { atMostMinor: to }),
        }
        onApply(from === null && to === null ? withoutCondition(segment, next) : withCondition(segment, next))
      }}
    />
  )
}

/** How long the account has been a customer: typed in days or months, kept in days. */
export function TenureBounds({ segment, onApply }: Props) {
  const condition = conditionOn(segment, 'tenure')
  const bounds = { from: condition?.atLeastDays ?? null, to: condition?.atMostDays ?? null }
  const [unit, setUnit] = useState<TenureUnit>(() => unitOf(bounds))
  const shown = (days: number | null, as: TenureUnit) =>
    days === null ? '' : String(as === 'months' ? (daysToMonths(days) ?? Math.round(days / 3.044) / 10) : days)
  const [typed, setTyped] = useTyped(shown(bounds.from, unit), shown(bounds.to, unit))

  return (
    <BoundsField
      legend={words.tenure}
      step="1"
      from={typed.from}
      to={typed.to}
      onTyped={(fromText, toText) => {
        const toDays = (value: number) => (unit === 'months' ? monthsToDays(value) : Math.round(value))
        const { from, to } = boundsOf(fromText, toText, toDays)
        setTyped({ from: fromText, to: toText }, { from: shown(from, unit), to: shown(to, unit) })
        if (faultOf(fromText, toText) !== null) return
        const next = {
          field: 'tenure' as const,
          ...(from === null ? {} : { atLeastDays: from }),
          ...(to === null ? {} : { atMostDays: to }),
        }
        onApply(from === null && to === null ? withoutCondition(segment, next) : withCondition(segment, next))
      }}
    >
      <label class="field">
        <span>{words.unit}</span>
        <select
          class="select"
          value={unit}
          onChange={(event) => {
            const next: TenureUnit = event.currentTarget.value === 'days' ? 'days' : 'months'
            setUnit(next)
            setTyped({ from: shown(bounds.from, next), to: shown(bounds.to, next) })
          }}
        >
          <option value="months">{words.months}</option>
          <option value="days">{words.days}</option>
        </select>
      </label>
    </BoundsField>
  )
}

type Texts = { from: string; to: string }

/**
 * What is typed stays as typed ("100." on the way to "100.50"), until the address changes by another hand:
 * then the inputs follow the address. `applied` is how the address will write what was typed.
 */
function useTyped(from: string, to: string): [Texts, (typed: Texts, applied?: Texts) => void] {
  const [state, setState] = useState({ typed: { from, to }, applied: { from, to } })
  const isOurs = state.applied.from === from && state.applied.to === to
  const hasFault = faultOf(state.typed.from, state.typed.to) !== null
  return [isOurs || hasFault ? state.typed : { from, to }, (typed, applied = typed) => setState({ typed, applied })]
}
