import { CircleAlert } from 'lucide-preact'
import { ApiProblem } from '../api.ts'
import { text } from '../locales/text.ts'
import { problemWords } from './problem-words.ts'

/** A problem beside what it is about. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  return (
    <div class="notice" role="alert">
      <CircleAlert size={16} aria-hidden="true" />
      <span>{problemWords(error)}</span>
      {onRetry && (
        <button type="button" class="button" onClick={onRetry}>
          {text.common.retry}
        </button>
      )}
    </div>
  )
}

/** A problem in the place of what could not be loaded. */
export function ProblemBlank({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  return (
    <div class="blank card" role="alert">
      <h2>{text.common.problem.title}</h2>
      <p>{problemWords(error)}</p>
      {/* What is not there will not be there the next time either. */}
      {!(error instanceof ApiProblem && error.status === 404) && (
        <button type="button" class="button" onClick={onRetry}>
          {text.common.retry}
        </button>
      )}
    </div>
  )
}
