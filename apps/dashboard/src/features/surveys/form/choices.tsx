import { useId } from 'preact/hooks'
import { useBuilder } from './builder-context.ts'

type Choice<T extends string> = { value: T; label: string; hint?: string }
type Props<T extends string> = {
  label: string
  path: string
  value: T
  choices: readonly Choice<T>[]
  onChoose: (value: T) => void
  /** One below the other, each with its hint. */
  isTall?: boolean
}

/** One of a few. */
export function Choices<T extends string>({ label, path, value, choices, onChoose, isTall = false }: Props<T>) {
  const { mayChange } = useBuilder()
  const name = useId()
  return (
    <fieldset class="survey-choices" disabled={!mayChange} data-field={path} tabIndex={-1}>
      <legend class={isTall ? 'visually-hidden' : undefined}>{label}</legend>
      <div class={isTall ? 'survey-tall' : 'segmented'}>
        {choices.map((choice) => (
          <label key={choice.value} class={isTall ? 'survey-tall-choice' : undefined}>
            <input type="radio" name={name} checked={choice.value === value} onChange={() => onChoose(choice.value)} />
            {isTall ? (
              <span>
                {choice.label}
                {choice.hint && <span class="soft small survey-choice-hint">{choice.hint}</span>}
              </span>
            ) : (
              choice.label
            )}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
