import type { DateTest } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { BoundsField, wholeNumbers } from './bounds-field.tsx'
import { KnownHint, OpChoice, Presets } from './op-choice.tsx'

const words = text.segments.editor.dates
const ops = ['ago', 'dates', 'known'] as const
const mostDays = 100_000

type Props = { name: string; test: DateTest; onChange: (test: DateTest) => void }

/** A date: so many days ago, or days of the calendar. */
export function DateFields({ name, test, onChange }: Props) {
  return (
    <>
      <OpChoice ops={ops} op={test.op} onChoose={(op) => onChange({ op })} />
      <DateTestFields name={name} test={test} onChange={onChange} />
    </>
  )
}

/** The same without the choice of how to compare. */
export function DateTestFields({ name, test, onChange }: Props) {
  if (test.op === 'known') return <KnownHint />
  return test.op === 'ago' ? (
    <Ago name={name} test={test} onChange={onChange} />
  ) : (
    <Days name={name} test={test} onChange={onChange} />
  )
}

type Of<T extends DateTest['op']> = Omit<Props, 'test'> & { test: Extract<DateTest, { op: T }> }
type AgoTest = Of<'ago'>['test']

const presets: [string, Omit<AgoTest, 'op'>][] = [
  ...[7, 30, 90].map((days): [string, Omit<AgoTest, 'op'>] => [words.lastDays(days), { fromDays: 0, toDays: days }]),
  ...[30, 90].map((days): [string, Omit<AgoTest, 'op'>] => [words.longerAgo(days), { fromDays: days + 1 }]),
]

function Ago({ name, test, onChange }: Of<'ago'>) {
  return (
    <>
      <Presets
        choices={presets.map(([label, days]) => ({
          label,
          isChosen: test.fromDays === days.fromDays && test.toDays === days.toDays,
          choose: () => onChange({ op: 'ago', ...days }),
        }))}
      />
      <BoundsField
        {...wholeNumbers(mostDays)}
        legend={name}
        from={words.nearest}
        to={words.farthest}
        bounds={{ from: test.fromDays, to: test.toDays }}
        onApply={({ from, to }) =>
          onChange({
            op: 'ago',
            ...(from !== undefined && { fromDays: from }),
            ...(to !== undefined && { toDays: to }),
          })
        }
      />
    </>
  )
}

function Days({ name, test, onChange }: Of<'dates'>) {
  const isReversed = test.from !== undefined && test.to !== undefined && test.from > test.to
  const set = (side: 'from' | 'to', day: string) => {
    const { [side]: _before, ...others } = test
    onChange(day ? { ...others, [side]: day } : others)
  }
  const input = (label: string, side: 'from' | 'to') => (
    <label class="field">
      <span>{label}</span>
      <input
        class="input numbers"
        type="date"
        value={test[side] ?? ''}
        // Each of the two holds the other to the right order.
        max={side === 'from' ? test.to : undefined}
        min={side === 'to' ? test.from : undefined}
        aria-invalid={isReversed}
        data-first={side === 'from' ? true : undefined}
        onChange={(event) => set(side, event.currentTarget.value)}
      />
    </label>
  )
  return (
    <fieldset>
      <legend class="visually-hidden">{name}</legend>
      <div class="bounds">
        {input(words.from, 'from')}
        {input(words.to, 'to')}
      </div>
      {isReversed && <p class="field-error">{text.segments.editor.bounds.reversed}</p>}
      <p class="soft small">{words.utc}</p>
    </fieldset>
  )
}
