import type { NpsResult } from '@heed/contracts'
import type { ComponentChildren } from 'preact'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatNps } from '../../ui/numbers.ts'
import { leastAnswers } from './months.ts'
import { npsInWords, npsWithBase } from './nps-words.ts'
import { whyTheyDiffer } from './why-they-differ.ts'

const words = text.overview.nps

type Props = { result: NpsResult; currency: string; answersHref: string }

/** The main thing of the page: the score, how far it can be trusted, and whom it comes from. */
export function NpsSummary({ result, currency, answersHref }: Props) {
  const { raw, weighted, base, periodDays } = result
  const why = whyTheyDiffer(result, currency)
  return (
    <>
      <div class="nps-pair">
        <Estimate title={words.raw} figure={raw} href={answersHref}>
          {npsWithBase(raw, base)}
        </Estimate>
        {weighted ? (
          <Estimate title={words.weighted} figure={weighted} href={answersHref}>
            {[npsInWords(weighted), words.effective(Math.round(weighted.effectiveAnswers))].join(' · ')}
          </Estimate>
        ) : (
          <div class="estimate">
            <h3 class="soft">{words.weighted}</h3>
            <p class="estimate-score soft">–</p>
          </div>
        )}
      </div>
      <p class="nps-why">
        {raw.answers === 0
          ? words.noneInPeriod(periodDays)
          : raw.answers < leastAnswers && words.few(raw.answers, leastAnswers - raw.answers)}{' '}
        {why.join(' ')} <span class="soft">{words.margin}</span>
      </p>
    </>
  )
}

type EstimateProps = {
  title: string
  figure: { score: number | null; low: number | null; high: number | null }
  href: string
  children: ComponentChildren
}

function Estimate({ title, figure: { score, low, high }, href, children }: EstimateProps) {
  const number = score === null ? '–' : formatNps(score)
  return (
    <div class="estimate">
      <h3 class="soft">{title}</h3>
      <p class="estimate-score">
        <a href={href}>{number}</a>
      </p>
      {score !== null && low !== null && high !== null && (
        <div>
          <MarginBar value={score} low={low} high={high} min={-100} max={100} size="large" />
          <div class="axis soft" aria-hidden="true">
            <span>{formatNps(-100)}</span>
            <span>0</span>
            <span>100</span>
          </div>
        </div>
      )}
      <p class="estimate-words">{children}</p>
    </div>
  )
}
