import { useId } from 'preact/hooks'
import { text } from '../../locales/text.ts'

const words = text.segments.editor.test

export type Op = 'is' | 'contains' | 'starts' | 'known' | 'between' | 'ago' | 'dates'

type Props<T extends Op> = { ops: readonly T[]; op: T; onChoose: (op: T) => void }

/** How a value is compared; one of a few. */
export function OpChoice<T extends Op>({ ops, op, onChoose }: Props<T>) {
  const name = useId()
  return (
    <fieldset>
      <legend class="visually-hidden">{words.label}</legend>
      <div class="segmented op-choice">
        {ops.map((each) => (
          <label key={each}>
            <input type="radio" name={name} checked={each === op} onChange={() => onChoose(each)} />
            {words[each]}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

export const KnownHint = () => <p class="soft small">{words.knownHint}</p>

type PresetsProps = { choices: { label: string; isChosen: boolean; choose: () => void }[] }

/** Common values as one press. */
export function Presets({ choices }: PresetsProps) {
  return (
    <div class="presets">
      {choices.map(({ label, isChosen, choose }, at) => (
        <button
          key={label}
          type="button"
          class="preset"
          aria-pressed={isChosen}
          data-stop
          data-first={at === 0 ? true : undefined}
          onClick={choose}
        >
          {label}
        </button>
      ))}
    </div>
  )
}
