import { useEffect, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { formatMonth } from '../../ui/dates.ts'
import { MonthTable } from './month-table.tsx'
import { hasTrend, isEnough, leastAnswers, type Month } from './months.ts'
import { npsInWords } from './nps-words.ts'

const words = text.overview.months

type Props = { months: Month[]; hrefOf: (month: string) => string; onOpen: (month: string) => void }

/** NPS by month as a line with its margin, answers a month below; the same as a table for whoever prefers or needs it. */
export function MonthChart({ months, hrefOf, onOpen }: Props) {
  const [asTable, setAsTable] = useState(false)
  const [hovered, setHovered] = useState<number | null>(null)
  const canDraw = hasTrend(months)
  const shown = months[hovered ?? months.length - 1]

  return (
    <section class="card panel months">
      <header class="panel-head">
        <h2>{words.title}</h2>
        <button type="button" class="button" data-look="quiet" onClick={() => setAsTable(!asTable)}>
          {asTable ? (canDraw ? words.showChart : words.hideTable) : words.showTable}
        </button>
      </header>
      {!canDraw && <p class="soft">{words.noTrend(leastAnswers)}</p>}
      {canDraw && !asTable && (
        <>
          <p class="months-readout numbers">{shown && monthInWords(shown)}</p>
          <Plot months={months} onHover={setHovered} onOpen={onOpen} onFail={() => setAsTable(true)} />
          <p class="soft small">{words.hint}</p>
        </>
      )}
      <div class={asTable ? 'table-scroll' : 'visually-hidden'}>
        <MonthTable months={months} hrefOf={asTable ? hrefOf : null} />
      </div>
    </section>
  )
}

/** "March 2026 · NPS 31, between 12 and 50 · 54 answers", or how many are missing. */
export function monthInWords({ month, figure }: Month): string {
  const inWords = npsInWords(figure)
  return isEnough(figure) && inWords !== null
    ? words.readout(formatMonth(month), inWords, figure.answers)
    : words.tooFewIn(formatMonth(month), figure.answers, leastAnswers - figure.answers)
}

type PlotProps = Pick<Props, 'months' | 'onOpen'> & { onHover: (at: number | null) => void; onFail: () => void }

/** The drawing itself; its library is loaded only here. */
function Plot({ months, onHover, onOpen, onFail }: PlotProps) {
  const scores = useRef<HTMLDivElement>(null)
  const answers = useRef<HTMLDivElement>(null)
  const callbacks = useRef({ onHover, onOpen, onFail })
  callbacks.current = { onHover, onOpen, onFail }

  useEffect(() => {
    let stop: (() => void) | null = null
    let isGone = false
    import('./draw-month-chart.ts').then(
      ({ drawMonthChart }) => {
        if (isGone || !scores.current || !answers.current) return
        stop = drawMonthChart({ scores: scores.current, answers: answers.current }, months, {
          onHover: (at) => callbacks.current.onHover(at),
          onOpen: (month) => callbacks.current.onOpen(month),
        })
      },
      // The chunk could not be fetched, after a new release perhaps: the table says the same.
      () => !isGone && callbacks.current.onFail(),
    )
    return () => {
      isGone = true
      stop?.()
    }
  }, [months])

  const label = words.chartLabel(formatMonth(months[0]?.month ?? ''), formatMonth(months.at(-1)?.month ?? ''))
  return (
    <div class="months-plot" role="img" aria-label={label}>
      <div class="months-scores" ref={scores} dir="ltr" />
      <p class="soft small">{words.answersTitle}</p>
      <div class="months-answers" ref={answers} dir="ltr" />
    </div>
  )
}
