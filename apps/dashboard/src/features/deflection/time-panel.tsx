import type { DeflectionReport, DeflectionWeek } from '@heed/contracts'
import { fewestAnswers } from '@heed/stats'
import { useMemo, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import type { TimePoint } from '../../ui/draw-time-chart.ts'
import { formatCount, formatShare } from '../../ui/numbers.ts'
import { timeInWords } from '../results/period-words.ts'
import { TimePlot } from '../results/time-plot.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { readTimeMeasure, timeMeasures } from './deflection-view.ts'
import { hasTrend, lookOf, pointsOf, withoutSilence } from './time-points.ts'

const words = text.deflection.time

/** How requests ended over time, each share with its margin, and the requests it rests on; the same as a table. */
export function TimePanel({ report }: { report: DeflectionReport }) {
  const { filter, filtered } = useSegment()
  const measure = readTimeMeasure(filter)
  const [asTable, setAsTable] = useState(false)
  const [hovered, setHovered] = useState<number | null>(null)
  const times = useMemo(() => withoutSilence(report.overTime), [report])
  const [now] = useState(Date.now)
  const points = useMemo(() => pointsOf(report, measure, now), [report, measure, now])
  const look = useMemo(() => lookOf(points), [points])
  const canDraw = hasTrend(points)
  const at = hovered ?? points.findLastIndex(({ value }) => value !== null)
  const shown = times[at]
  const title = words.title[report.step](words.measures[measure])

  return (
    <section class="card panel months">
      <header class="panel-head">
        <h2>{title}</h2>
        <div class="time-tools">
          <nav class="segmented" aria-label={words.label}>
            {timeMeasures.map((each) => (
              <a
                key={each}
                href={filtered({ of: each === 'solved' ? undefined : each })}
                aria-current={each === measure ? 'true' : undefined}
              >
                {words.measures[each]}
              </a>
            ))}
          </nav>
          <button type="button" class="button" data-look="quiet" onClick={() => setAsTable(!asTable)}>
            {asTable ? (canDraw ? words.showChart : words.hideTable) : words.showTable}
          </button>
        </div>
      </header>
      {!canDraw && <p class="soft">{words.noTrend(fewestAnswers)}</p>}
      {canDraw && !asTable && (
        <>
          <p class="months-readout numbers">{shown && readout(shown, points[at], report.step)}</p>
          <TimePlot
            points={points}
            look={look}
            label={words.chartLabel(title, points[0]?.label ?? '', points.at(-1)?.label ?? '')}
            answersTitle={words.requestsTitle[report.step]}
            onHover={setHovered}
            onFail={() => setAsTable(true)}
          />
        </>
      )}
      {measure === 'left' && <p class="soft small">{words.recent}</p>}
      <div class={asTable ? 'table-scroll' : 'visually-hidden'}>
        <TimeTable times={times} step={report.step} title={title} />
      </div>
    </section>
  )
}

/** "2 – 8 Mar 2026 · 31 %, between 22 % and 40 % · 54 requests" */
function readout(time: DeflectionWeek, point: TimePoint | undefined, step: DeflectionReport['step']): string {
  const when = timeInWords(time, step)
  const { value, low, high } = point ?? { value: null, low: null, high: null }
  if (value !== null && low !== null && high !== null)
    return words.readout(when, formatShare(value), formatShare(low), formatShare(high), time.requests)
  return time.requests < fewestAnswers ? words.tooFewIn(when, time.requests) : words.openIn(when, time.requests)
}

type TableProps = { times: DeflectionWeek[]; step: DeflectionReport['step']; title: string }

/** Newest first. */
function TimeTable({ times, step, title }: TableProps) {
  return (
    <table class="figures">
      <caption class="visually-hidden">{title}</caption>
      <thead>
        <tr>
          <th scope="col">{words.steps[step]}</th>
          <th scope="col" class="number">
            {words.requests}
          </th>
          {timeMeasures.map((each) => (
            <th key={each} scope="col" class="number">
              {words.measures[each]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {times.toReversed().map((time) => (
          <tr key={time.from}>
            <th scope="row">{timeInWords(time, step)}</th>
            <td class="number">{formatCount(time.requests)}</td>
            {timeMeasures.map((each) => (
              <td key={each} class="number">
                {formatCount(time[each])}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
