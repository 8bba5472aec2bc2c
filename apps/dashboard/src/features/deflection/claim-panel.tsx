import type { Amount, DeflectionReport } from '@heed/contracts'
import type { ComponentChildren } from 'preact'
import { text } from '../../locales/text.ts'
import { MarginBar } from '../../ui/margin-bar.tsx'
import { formatNps } from '../../ui/numbers.ts'
import { spanInWords } from '../results/period-words.ts'
import { useSegment } from '../segments/use-segment.ts'
import { differenceInWords, formatHours, missingInWords } from './claim-words.ts'
import { HandlingTime } from './handling-time.tsx'

const words = text.deflection.claim

/** The main thing of the page: how many tickets suggestions spared, how sure that is, and what it is worth in time. */
export function ClaimPanel({ report, mayChange }: { report: DeflectionReport; mayChange: boolean }) {
  const { measure, claimed, savedMs, handlingMs, period } = report
  const { link } = useSegment()
  const isSure = measure.difference?.verdict !== 'chance'
  return (
    <section class="card panel">
      <header class="panel-head">
        <h2>{words.title}</h2>
        <p class="soft small numbers">{spanInWords(period)}</p>
      </header>
      {measure.difference && <p class="claim-sentence">{differenceInWords(measure.difference)}</p>}
      {claimed && savedMs ? (
        <div class="nps-pair">
          <Estimate title={words.tickets} amount={claimed} format={formatNps} isSure={isSure} />
          <Estimate title={words.hours} amount={savedMs} format={formatHours} isSure={isSure}>
            <HandlingTime handlingMs={handlingMs} mayChange={mayChange} />
          </Estimate>
        </div>
      ) : (
        <>
          <p class="claim-sentence">{words.nothing}</p>
          <p class="claim-missing">
            {missingInWords(measure)}{' '}
            {measure.missing === 'no_hold_out' ? (
              <a href={link('/settings/help')}>{words.settings}</a>
            ) : (
              measure.missing !== 'too_young' && words.widen
            )}
          </p>
        </>
      )}
      <p class="nps-why soft">
        {words.how} {measure.missing !== 'no_hold_out' && <a href={link('/settings/help')}>{words.settings}</a>}
      </p>
    </section>
  )
}

type EstimateProps = {
  title: string
  amount: Amount
  format: (value: number) => string
  /** Not what may be chance, which must not look like a result. */
  isSure: boolean
  children?: ComponentChildren
}

function Estimate({ title, amount, format, isSure, children }: EstimateProps) {
  const { value, low, high } = amount
  const ends = { min: Math.min(0, low), max: Math.max(0, high) }
  return (
    <div class="estimate">
      <h3 class="soft">{title}</h3>
      <p class={isSure ? 'estimate-score' : 'estimate-score soft'}>{format(value)}</p>
      <div>
        <MarginBar value={value} low={low} high={high} {...ends} size="large" />
        <div class="axis soft" aria-hidden="true">
          <span>{format(ends.min)}</span>
          <span>{format(ends.max)}</span>
        </div>
      </div>
      <p class="estimate-words">
        {words.between(format(low), format(high))}
        {children}
      </p>
    </div>
  )
}
