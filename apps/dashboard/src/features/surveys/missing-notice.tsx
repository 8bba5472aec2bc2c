import { CircleAlert } from 'lucide-preact'
import { text } from '../../locales/text.ts'
import { faultInWords } from './fault-names.ts'
import { type Fault, useBuilder } from './form/builder-context.ts'

const words = text.surveys.builder.missing

type Props = { faults: readonly Fault[]; isLaunch: boolean; onGo: (fault: Fault) => void }

/** All that is missing or wrong in one place, each with the way to its field. */
export function MissingNotice({ faults, isLaunch, onGo }: Props) {
  const { definition } = useBuilder()
  if (faults.length === 0) return null
  return (
    <section class="notice survey-missing" role="alert">
      <CircleAlert size={16} aria-hidden="true" />
      <div>
        <strong>{isLaunch ? words.title(faults.length) : words.refused(faults.length)}</strong>
        <ul>
          {faults.map((fault) => (
            <li key={`${fault.field} ${fault.message}`}>
              <button type="button" class="survey-missing-go" title={words.go} onClick={() => onGo(fault)}>
                {faultInWords(fault, definition)}
              </button>
            </li>
          ))}
        </ul>
      </div>
    </section>
  )
}
