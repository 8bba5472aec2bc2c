import type { SegmentCondition, TextTest } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { fieldName, valueName, valuesField } from './field-names.ts'
import { KnownHint, OpChoice } from './op-choice.tsx'
import { ValueList } from './value-list.tsx'

const words = text.segments.editor.test
const ops = ['is', 'contains', 'starts', 'known'] as const

export type TextOp = (typeof ops)[number]
export const isTextTest = (test: { op: string }): test is TextTest => ops.some((op) => op === test.op)

/** A test to begin with. Between "contains" and "begins with" the text stays. */
export function textTest(op: TextOp, before?: { op: string }): TextTest {
  if (op === 'known') return { op }
  if (op === 'is') return { op, values: [] }
  return { op, text: before && 'text' in before && typeof before.text === 'string' ? before.text : '' }
}

type About = Extract<SegmentCondition, { test: unknown }>
type Props = { condition: About; test: TextTest; onChange: (test: TextTest) => void }

/** Plan, country or language: one of several values, or part of one. */
export function TextFields({ condition, test, onChange }: Props) {
  return (
    <>
      <OpChoice ops={ops} op={test.op} onChoose={(op) => onChange(textTest(op, test))} />
      <TextTestFields condition={condition} test={test} onChange={onChange} />
    </>
  )
}

/** The same without the choice of how to compare. */
export function TextTestFields({ condition, test, onChange }: Props) {
  switch (test.op) {
    case 'known':
      return <KnownHint />
    case 'is':
      return (
        <ValueList
          name={fieldName(condition)}
          field={valuesField(condition)}
          nameOf={(value) => valueName(condition.field, value)}
          chosen={test.values}
          onChange={(values) => onChange({ op: 'is', values })}
        />
      )
    default:
      return (
        <label class="field">
          <span>{words.text}</span>
          <input
            class="input"
            maxLength={500}
            value={test.text}
            data-first
            autocomplete="off"
            onInput={(event) => onChange({ ...test, text: event.currentTarget.value })}
          />
        </label>
      )
  }
}
