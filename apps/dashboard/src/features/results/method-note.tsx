import type { SurveyResult } from '@heed/contracts'
import { text } from '../../locales/text.ts'

const words = text.results.method

/** How the figures come about, in a few sentences. */
export function MethodNote({ result: { unit, weighted } }: { result: Pick<SurveyResult, 'unit' | 'weighted'> }) {
  return (
    <section class="method results-wide soft small">
      <h2>{words.title}</h2>
      <p>{[words.units[unit], words.margins, ...(weighted ? [words.weighting] : [])].join(' ')}</p>
    </section>
  )
}
