import type { Survey, SurveyResult, Workspace } from '@heed/contracts'
import { describeSegment } from '@heed/segments'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { useNow } from '../../ui/use-now.ts'
import { useSaved } from '../segments/use-saved.ts'
import { useSegment } from '../segments/use-segment.ts'
import { dayInWords, spanInWords } from './period-words.ts'

const words = text.results.method

type Props = { survey: Pick<Survey, 'kind'>; workspace: Workspace; result: SurveyResult }

/** On paper alone: whose figures these are, of whom and of when. */
export function PrintHead({ survey, workspace, result }: Props) {
  const { segment, asOf } = useSegment()
  const { nameOf } = useSaved()
  const now = useNow()
  const whom = describeSegment(segment, { currency: workspace.currency, locale, nameOf })
  return (
    <div class="print-only print-head">
      <p>
        <strong>{workspace.name}</strong> · {text.responses.kinds[survey.kind]} · {spanInWords(result.period)}
      </p>
      <p>
        {whom.length === 0 ? words.everyone : whom.join(' · ')}
        {whom.length > 0 && asOf === 'now' && ` (${words.asOfNow})`}
      </p>
      <p class="soft">{words.made(dayInWords(new Date(now).toISOString().slice(0, 10)))}</p>
    </div>
  )
}
