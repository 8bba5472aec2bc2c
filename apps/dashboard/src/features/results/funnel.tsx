import type { ResponseFunnel, SurveyResult } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { formatCount, formatShare } from '../../ui/numbers.ts'

const words = text.results.funnel

const steps = ['eligible', 'asked', 'seen', 'answered', 'dismissed'] as const
const hints: Partial<Record<(typeof steps)[number], string>> = {
  eligible: words.eligibleHint,
  asked: words.askedHint,
  seen: words.seenHint,
}

/** From whom it might have asked to who answered, each step beside the one it comes from. */
export function Funnel({
  result: { funnel, responseRate },
}: {
  result: Pick<SurveyResult, 'funnel' | 'responseRate'>
}) {
  const most = Math.max(1, ...steps.map((step) => funnel[step] ?? 0))
  return (
    <section class="card panel funnel">
      <header class="panel-head">
        <h2>{words.title}</h2>
      </header>
      <table class="figures shares-table">
        <caption class="visually-hidden">{words.title}</caption>
        <thead class="visually-hidden">
          <tr>
            <th scope="col">{words.step}</th>
            <td />
            <th scope="col">{words.count}</th>
            <th scope="col">{words.ofBefore}</th>
          </tr>
        </thead>
        <tbody>
          {steps.map((step) => (
            <Step key={step} step={step} funnel={funnel} most={most} />
          ))}
        </tbody>
      </table>
      <p class="small">
        {responseRate
          ? words.rate(formatShare(responseRate.share), formatShare(responseRate.low), formatShare(responseRate.high))
          : words.noRate}
      </p>
    </section>
  )
}

type StepProps = { step: (typeof steps)[number]; funnel: ResponseFunnel; most: number }

function Step({ step, funnel, most }: StepProps) {
  const count = funnel[step]
  const share = ofBefore(step, funnel)
  return (
    <tr>
      <th scope="row" title={hints[step]}>
        {words[step]}
        {step === 'dismissed' && funnel.later > 0 && (
          <span class="cell-below soft small">{words.later(funnel.later)}</span>
        )}
      </th>
      <td class="wide">
        {count !== null && (
          <span class="share-bar" data-step={step} aria-hidden="true">
            <span class="share-bar-fill" style={{ inlineSize: `${(count / most) * 100}%` }} />
          </span>
        )}
      </td>
      {count === null ? (
        <td class="number soft" colSpan={2} title={words.notKeptHint}>
          {words.notKept}
        </td>
      ) : (
        <>
          <td class="number">{formatCount(count)}</td>
          <td class="number soft">{share === null ? '' : formatShare(share)}</td>
        </>
      )}
    </tr>
  )
}

const stepBefore = { asked: 'eligible', seen: 'asked', answered: 'seen', dismissed: 'seen' } as const

/** Share of the step that it comes from: who sees is of those asked, and both answers and dismissals are of those who saw. */
function ofBefore(step: StepProps['step'], funnel: ResponseFunnel): number | null {
  if (step === 'eligible') return null
  const [count, before] = [funnel[step], funnel[stepBefore[step]]]
  // More than came before: of answers that one may give unasked, for instance.
  return count === null || before === null || before === 0 || count > before ? null : count / before
}
