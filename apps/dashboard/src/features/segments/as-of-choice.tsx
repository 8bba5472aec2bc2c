import type { AsOf } from '@heed/contracts'
import { useId } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { Popover } from './popover.tsx'

const words = text.segments.asOf
const choices: { asOf: AsOf; hint: string }[] = [
  { asOf: 'answer', hint: words.answerHint },
  { asOf: 'now', hint: words.nowHint },
]

/** Whether answers are cut by the values of then or of now, with the difference said where one chooses. */
export function AsOfChoice({ asOf, onChoose }: { asOf: AsOf; onChoose: (asOf: AsOf) => void }) {
  const id = useId()
  return (
    <Popover look="quiet" label={words[asOf]} name={`${words.label}: ${words[asOf]}`}>
      {() => (
        <fieldset class="as-of">
          <legend class="visually-hidden">{words.label}</legend>
          {choices.map(({ asOf: each, hint }) => (
            <label key={each} class="as-of-choice">
              <input
                type="radio"
                name={id}
                checked={asOf === each}
                aria-labelledby={`${id}-${each}-name`}
                aria-describedby={`${id}-${each}`}
                onChange={() => onChoose(each)}
              />
              <span>
                <strong id={`${id}-${each}-name`}>{words[each]}</strong>
                <span class="soft small" id={`${id}-${each}`}>
                  {hint}
                </span>
              </span>
            </label>
          ))}
          <p class="soft small">{words.rest}</p>
        </fieldset>
      )}
    </Popover>
  )
}
