import type { SavedSegment, SegmentCondition, SegmentFields } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { DateFields, DateTestFields } from './date-fields.tsx'
import { fieldName } from './field-names.ts'
import { NumberRange, SeatsFields, SpendFields, TenureFields } from './number-fields.tsx'
import { NpsFields, OftenFields } from './often-fields.tsx'
import { type Op, OpChoice } from './op-choice.tsx'
import { isTextTest, TextFields, TextTestFields, textTest } from './text-fields.tsx'

const words = text.segments.editor

/** What an editor knows of the workspace. */
export type Surroundings = {
  currency: string
  fields: SegmentFields | undefined
  saved: readonly SavedSegment[]
  nameOf: (segmentId: string) => string | undefined
}

type Props = { condition: SegmentCondition; around: Surroundings; onChange: (condition: SegmentCondition) => void }

/** The inputs for one condition, after its kind. */
export function ConditionFields({ condition, around, onChange }: Props) {
  switch (condition.field) {
    case 'plan':
    case 'country':
    case 'locale':
      return (
        <TextFields condition={condition} test={condition.test} onChange={(test) => onChange({ ...condition, test })} />
      )
    case 'spend':
      return (
        <SpendFields
          test={condition.test}
          currency={around.currency}
          onChange={(test) => onChange({ ...condition, test })}
        />
      )
    case 'tenure':
      return <TenureFields test={condition.test} onChange={(test) => onChange({ ...condition, test })} />
    case 'seats':
      return <SeatsFields test={condition.test} onChange={(test) => onChange({ ...condition, test })} />
    case 'created':
    case 'seen':
      return (
        <DateFields
          name={fieldName(condition)}
          test={condition.test}
          onChange={(test) => onChange({ ...condition, test })}
        />
      )
    case 'trait':
      return <TraitFields condition={condition} around={around} onChange={onChange} />
    case 'event':
      return (
        <OftenFields
          name={condition.name}
          often={condition}
          onChange={(often) => onChange({ field: 'event', name: condition.name, ...often })}
        />
      )
    case 'nps':
      return <NpsFields condition={condition} onChange={onChange} />
    case 'tickets':
      return <TicketsFields condition={condition} onChange={onChange} />
    case 'segment':
      return <SavedFields condition={condition} around={around} onChange={onChange} />
  }
}

type Of<F extends SegmentCondition['field']> = {
  condition: Extract<SegmentCondition, { field: F }>
  around: Surroundings
  onChange: Props['onChange']
}

const opsOf = {
  text: ['is', 'contains', 'starts', 'known'],
  flag: ['is', 'known'],
  number: ['between', 'is', 'known'],
  date: ['ago', 'dates', 'is', 'known'],
} as const satisfies Record<SegmentFields['traits'][number]['kind'], readonly Op[]>

/** A trait is compared after what its values are; how the address compares it is always among the choices. */
function TraitFields({ condition, around, onChange }: Of<'trait'>) {
  const { name, of, test } = condition
  const kind = around.fields?.traits.find((trait) => trait.name === name && (of ?? trait.of) === trait.of)?.kind
  const offered: readonly Op[] = opsOf[kind ?? 'text']
  const set = (next: typeof test) => onChange({ ...condition, test: next })
  return (
    <>
      <OpChoice
        ops={offered.includes(test.op) ? offered : [...offered, test.op]}
        op={test.op}
        onChoose={(op) => set(op === 'between' || op === 'ago' || op === 'dates' ? { op } : textTest(op, test))}
      />
      {isTextTest(test) ? (
        <TextTestFields condition={condition} test={test} onChange={set} />
      ) : test.op === 'between' ? (
        <NumberRange name={fieldName(condition)} test={test} onChange={set} />
      ) : (
        <DateTestFields name={fieldName(condition)} test={test} onChange={set} />
      )}
    </>
  )
}

function TicketsFields({ condition, onChange }: Omit<Of<'tickets'>, 'around'>) {
  const { state, ...often } = condition
  const withState = (value: string) => (value === 'open' || value === 'closed' ? ({ state: value } as const) : {})
  return (
    <>
      <label class="field">
        <span>{words.tickets.state}</span>
        <select
          class="select"
          value={state ?? ''}
          onChange={(event) => onChange({ ...often, ...withState(event.currentTarget.value) })}
        >
          <option value="">{words.tickets.any}</option>
          <option value="open">{words.tickets.open}</option>
          <option value="closed">{words.tickets.closed}</option>
        </select>
      </label>
      <OftenFields
        name={fieldName(condition)}
        often={condition}
        onChange={(next) => onChange({ field: 'tickets', ...(state && { state }), ...next })}
      />
    </>
  )
}

function SavedFields({ condition, around, onChange }: Of<'segment'>) {
  const isGone = !around.saved.some(({ id }) => id === condition.id)
  return (
    <label class="field">
      <span>{words.savedChoice}</span>
      <select
        class="select"
        value={condition.id}
        data-first
        onChange={(event) => onChange({ field: 'segment', id: event.currentTarget.value })}
      >
        {isGone && <option value={condition.id}>{words.goneSegment}</option>}
        {around.saved.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
    </label>
  )
}
