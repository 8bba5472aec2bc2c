import type { FigureOfTime, SurveyResult } from '@heed/contracts'
import { fewestAnswers, type NpsBenchmark } from '@heed/stats'
import { useMemo, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { figureInWords, isEnough, type Measured, missingOf, voicesInWords } from './figure-words.ts'
import { timeInWords } from './period-words.ts'
import { TimePlot } from './time-plot.tsx'
import { hasTrend, latestPlace, lookOf, pointsOf, withoutSilence } from './time-points.ts'
import { TimeTable } from './time-table.tsx'

const words = text.results.time

type Props = {
  result: SurveyResult
  measure: Measured
  /** The answers of a time; null where they cannot be opened. */
  hrefOf: ((time: FigureOfTime) => string) | null
  benchmark?: NpsBenchmark | undefined
}

/** The figure over time with its margin, and the answers it rests on; the same as a table. */
export function TimePanel({ result, measure, hrefOf, benchmark }: Props) {
  const [asTable, setAsTable] = useState(false)
  const [hovered, setHovered] = useState<number | null>(null)
  const { route } = useLocation()
  const times = useMemo(() => withoutSilence(result.overTime), [result])
  const points = useMemo(() => pointsOf(result), [result])
  const look = useMemo(() => lookOf(measure, result, benchmark), [measure, result, benchmark])
  const canDraw = hasTrend(result)
  const shown = times[hovered ?? latestPlace(times)]
  const title = words.title[result.step](text.results.names[measure])

  return (
    <section class="card panel months results-wide">
      <header class="panel-head">
        <h2>{title}</h2>
        <button type="button" class="button no-print" data-look="quiet" onClick={() => setAsTable(!asTable)}>
          {asTable ? (canDraw ? words.showChart : words.hideTable) : words.showTable}
        </button>
      </header>
      {!canDraw && <p class="soft">{result.enough ? words.noTrend(fewestAnswers) : words.notEnough}</p>}
      {canDraw && !asTable && (
        <>
          <p class="months-readout numbers no-print">{shown && timeReadout(shown, result, measure)}</p>
          <TimePlot
            points={points}
            look={look}
            label={words.chartLabel(title, points[0]?.label ?? '', points.at(-1)?.label ?? '')}
            answersTitle={words.answersTitle[result.step]}
            onHover={setHovered}
            onOpen={hrefOf && ((at) => times[at] && route(hrefOf(times[at])))}
            onFail={() => setAsTable(true)}
          />
          {hrefOf && <p class="soft small no-print">{words.hint}</p>}
        </>
      )}
      <div class={asTable ? 'table-scroll' : 'visually-hidden'}>
        <TimeTable times={times} result={result} measure={measure} title={title} hrefOf={asTable ? hrefOf : null} />
      </div>
    </section>
  )
}

/** "2 – 8 Mar 2026 · NPS 31, between 12 and 50 · 54 answers", or how many are missing. */
function timeReadout(time: FigureOfTime, { step, unit }: SurveyResult, measure: Measured): string {
  const when = timeInWords(time, step)
  const answers = voicesInWords(time.figure.answers, unit)
  const said = figureInWords(measure, time.figure)
  return isEnough(time.figure) && said !== null
    ? words.readout(when, said, answers)
    : words.tooFewIn(when, answers, missingOf(time.figure))
}
