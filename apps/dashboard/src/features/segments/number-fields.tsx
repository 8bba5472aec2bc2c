import type { NumberTest, SegmentCondition } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { currencyDigits } from '../../ui/numbers.ts'
import { BoundsField, wholeNumbers } from './bounds-field.tsx'
import { daysToMonths, monthsToDays, type TenureUnit, toMajorText, toMinor, unitOf } from './conditions.ts'
import { KnownHint, OpChoice, Presets } from './op-choice.tsx'

const words = text.segments.editor.bounds
const ops = ['between', 'known'] as const

type WholeTest = Extract<SegmentCondition, { field: 'spend' }>['test']
type Props = { test: WholeTest; onChange: (test: WholeTest) => void }

const testOf = (op: (typeof ops)[number]): WholeTest => (op === 'known' ? { op } : { op })
// What the language takes; beyond it a condition could not be written into an address.
const largest = 1e13
const mostSeats = 1e7

/** Spend a month: typed in major units, kept in minor ones. */
export function SpendFields({ test, currency, onChange }: Props & { currency: string }) {
  const digits = currencyDigits(currency)
  return (
    <>
      <OpChoice ops={ops} op={test.op} onChoose={(op) => onChange(testOf(op))} />
      {test.op === 'known' ? (
        <KnownHint />
      ) : (
        <BoundsField
          legend={words.spend(currency)}
          least={0}
          most={largest / 10 ** digits}
          // Cents are allowed, and so are whole amounts: only a currency without decimals must be whole.
          step={digits === 0 ? '1' : String(10 ** -digits)}
          read={(major) => toMinor(major, currency)}
          write={(minor) => toMajorText(minor, currency)}
          bounds={test}
          onApply={(bounds) => onChange({ op: 'between', ...bounds })}
        />
      )}
    </>
  )
}

const mostDays = 100_000
const lengths: [string, { from?: number; to?: number }][] = [
  [words.tenure.underThree, { to: 89 }],
  [words.tenure.threeOrMore, { from: 90 }],
  [words.tenure.sixOrMore, { from: 180 }],
  [words.tenure.yearOrMore, { from: 365 }],
]

/** How long somebody has been a customer: typed in days or months, kept in days. */
export function TenureFields({ test, onChange }: Props) {
  const [chosenUnit, setUnit] = useState<TenureUnit | null>(null)
  if (test.op === 'known')
    return (
      <>
        <OpChoice ops={ops} op={test.op} onChoose={(op) => onChange(testOf(op))} />
        <KnownHint />
      </>
    )
  const unit = chosenUnit ?? unitOf(test)
  const inMonths = unit === 'months'
  return (
    <>
      <OpChoice ops={ops} op={test.op} onChoose={(op) => onChange(testOf(op))} />
      <Presets
        choices={lengths.map(([label, bounds]) => ({
          label,
          isChosen: test.from === bounds.from && test.to === bounds.to,
          choose: () => onChange({ op: 'between', ...bounds }),
        }))}
      />
      <BoundsField
        key={unit}
        legend={text.segments.editor.fields.tenure}
        least={0}
        most={inMonths ? Math.floor(mostDays / 30.44) : mostDays}
        step="1"
        read={(typed) => (inMonths ? monthsToDays(typed) : typed)}
        write={(days) => String(inMonths ? (daysToMonths(days) ?? Math.round(days / 3.044) / 10) : days)}
        bounds={test}
        onApply={(bounds) => {
          // Typed in this unit, so it stays: 100 days on the way to 1000 are no reason to leave it.
          setUnit(unit)
          onChange({ op: 'between', ...bounds })
        }}
      >
        <label class="field">
          <span>{words.unit}</span>
          <select
            class="select"
            value={unit}
            onChange={(event) => setUnit(event.currentTarget.value === 'days' ? 'days' : 'months')}
          >
            <option value="months">{words.months}</option>
            <option value="days">{words.days}</option>
          </select>
        </label>
      </BoundsField>
    </>
  )
}

/** Seats of the account. */
export function SeatsFields({ test, onChange }: Props) {
  return (
    <>
      <OpChoice ops={ops} op={test.op} onChoose={(op) => onChange(testOf(op))} />
      {test.op === 'known' ? (
        <KnownHint />
      ) : (
        <BoundsField
          {...wholeNumbers(mostSeats)}
          legend={text.segments.editor.fields.seats}
          bounds={test}
          onApply={(bounds) => onChange({ op: 'between', ...bounds })}
        />
      )}
    </>
  )
}

type RangeProps = { name: string; test: Extract<NumberTest, { op: 'between' }>; onChange: (test: NumberTest) => void }

/** A trait that is a number, of any sign and with decimals. */
export function NumberRange({ name, test, onChange }: RangeProps) {
  return (
    <BoundsField
      legend={name}
      least={-largest}
      most={largest}
      step="any"
      read={(typed) => typed}
      write={String}
      bounds={test}
      onApply={(bounds) => onChange({ op: 'between', ...bounds })}
    />
  )
}
