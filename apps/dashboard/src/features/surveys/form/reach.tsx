import { text } from '../../../locales/text.ts'
import { formatCount } from '../../../ui/numbers.ts'
import { useSettled } from '../../segments/use-settled.ts'
import { reachInWords } from '../survey-words.ts'
import { useReach } from '../use-survey.ts'
import { useBuilder } from './builder-context.ts'

const words = text.surveys.words.reach

/** How many people it would ask, counted as one edits. */
export function Reach() {
  const { definition } = useBuilder()
  const { data, isError, isPlaceholderData } = useReach(useSettled(definition))
  return (
    <div class="survey-reach" aria-live="polite" data-old={isPlaceholderData}>
      {isError ? (
        <p class="soft">{words.failed}</p>
      ) : data === undefined ? (
        <p class="soft">{words.counting}</p>
      ) : (
        <>
          <p>
            <strong class="numbers">{reachInWords(data)}</strong>
          </p>
          <p class="soft small numbers">
            {data.base === 0 ? words.onceTheyCome : words.targeted(formatCount(data.targeted), formatCount(data.base))}
            {data.answers === null && data.people > 0 && `. ${words.unknownRate}`}
          </p>
        </>
      )}
    </div>
  )
}
