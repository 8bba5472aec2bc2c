import type { SegmentCondition } from '@heed/contracts'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { formatCount } from '../../ui/numbers.ts'
import { BoundsField, wholeNumbers } from './bounds-field.tsx'
import type { Bounds } from './conditions.ts'
import { Presets } from './op-choice.tsx'

const words = text.segments.editor
const mostTimes = 1_000_000
const mostDays = 3_650

type Within = { withinDays?: number | undefined }
type Often = Within & { times: Bounds }
type OftenProps = { name: string; often: Often; onChange: (often: Often) => void }

/** How often something happened, and in how many of the last days. */
export function OftenFields({ name, often: { times, withinDays }, onChange }: OftenProps) {
  const within = withinDays === undefined ? {} : { withinDays }
  const preset = (label: string, bounds: Bounds) => ({
    label,
    isChosen: times.from === bounds.from && times.to === bounds.to,
    choose: () => onChange({ times: bounds, ...within }),
  })
  return (
    <>
      <Presets choices={[preset(words.often.once, { from: 1 }), preset(words.often.never, { to: 0 })]} />
      <BoundsField
        {...wholeNumbers(mostTimes)}
        legend={`${name}: ${words.often.times}`}
        bounds={times}
        onApply={(bounds) => onChange({ times: bounds, ...within })}
      />
      <WithinField withinDays={withinDays} onChange={(next) => onChange({ times, ...next })} />
    </>
  )
}

type NpsCondition = Extract<SegmentCondition, { field: 'nps' }>
const groups: [string, Bounds][] = [
  [words.nps.promoters, { from: 9, to: 10 }],
  [words.nps.passives, { from: 7, to: 8 }],
  [words.nps.detractors, { from: 0, to: 6 }],
]

/** The last NPS score, and how old it may be. */
export function NpsFields({ condition, onChange }: { condition: NpsCondition; onChange: (to: NpsCondition) => void }) {
  const { score } = condition
  return (
    <>
      <Presets
        choices={groups.map(([label, bounds]) => ({
          label,
          isChosen: score.from === bounds.from && score.to === bounds.to,
          choose: () => onChange({ ...condition, score: bounds }),
        }))}
      />
      <BoundsField
        {...wholeNumbers(10)}
        legend={words.nps.score}
        bounds={score}
        onApply={(bounds) => onChange({ ...condition, score: bounds })}
      />
      <WithinField
        withinDays={condition.withinDays}
        onChange={(within) => onChange({ field: 'nps', score, ...within })}
      />
    </>
  )
}

/** "In the last so many days"; empty is at any time. */
function WithinField({ withinDays, onChange }: Within & { onChange: (within: Within) => void }) {
  const id = useId()
  const kept = withinDays === undefined ? '' : String(withinDays)
  const [state, setState] = useState({ typed: kept, kept })
  const typed = state.kept === kept ? state.typed : kept
  const isFaulty = (value: string) => value !== '' && !(/^\d+$/.test(value) && +value >= 1 && +value <= mostDays)

  const type = (value: string) => {
    setState({ typed: value, kept: isFaulty(value) ? kept : value === '' ? '' : String(Number(value)) })
    if (!isFaulty(value)) onChange(value === '' ? {} : { withinDays: Number(value) })
  }
  return (
    <div class="within">
      <label class="field">
        <span>{words.often.within}</span>
        <input
          class="input numbers"
          type="number"
          inputMode="numeric"
          min={1}
          step="1"
          value={typed}
          aria-invalid={isFaulty(typed)}
          aria-describedby={id}
          onInput={(event) => type(event.currentTarget.validity.badInput ? 'x' : event.currentTarget.value)}
        />
      </label>
      <p class={isFaulty(typed) ? 'field-error' : 'soft small'} id={id}>
        {isFaulty(typed) ? words.often.withinFault(formatCount(mostDays)) : words.often.withinHint}
      </p>
    </div>
  )
}
