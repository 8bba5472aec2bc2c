import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { formatCount } from './numbers.ts'
import { onPrint } from './on-print.ts'
import { onThemeChange } from './theme.ts'
import { type Colours, readColours } from './time-chart-colours.ts'
import { drawLevel, drawLoneMargins, drawZero } from './time-chart-marks.ts'

/** A time with its figure; a value of null is counted, not drawn. */
export type TimePoint = {
  label: string
  value: number | null
  low: number | null
  high: number | null
  answers: number
}

/** How values are drawn: ends and steps of the axis in the figure's unit, and a value to hold all others against. */
export type TimeLook = {
  range: readonly [low: number, high: number]
  /** Distances that ticks may have. */
  steps: number[]
  format: (value: number) => string
  level?: { value: number; label: string }
  /** Of the upper chart, in pixels. */
  height?: number
}

/** Without `answers` the labels of the times stand below the figures. */
export type TimeHosts = { figures: HTMLElement; answers: HTMLElement | null }

type Callbacks = { onHover?: (at: number | null) => void; onOpen?: (at: number) => void }
type Chart = {
  points: TimePoint[]
  look: TimeLook
  colours: Colours
  width: number
  isPaper: boolean
  callbacks: Callbacks
}

const axisWidth = 44
const standardHeight = 250
const answersHeight = 92
const timesHeight = 28
// Room for the outermost labels: half a time's words at the end, half a line below.
const endPadding = 30
/** On paper: the width of a page of A4 between its margins, at 96 pixels an inch, and heights that leave room for the rest. */
const print = { width: 660, figuresHeight: 140, answersHeight: 60 }

/**
 * Draws figures with their margins over time, and below them how many answers they rest on, in step with the width, the
 * theme and the printer. @returns its stop
 */
export function drawTimeChart(
  hosts: TimeHosts,
  points: TimePoint[],
  look: TimeLook,
  callbacks: Callbacks = {},
): () => void {
  let plots: uPlot[] = []
  const draw = (isPaper = false) => {
    for (const plot of plots) plot.destroy()
    const room = hosts.figures.clientWidth
    const width = isPaper ? Math.min(print.width, room) : room
    const chart = { points, look, colours: readColours(hosts.figures), width, isPaper, callbacks }
    plots = [
      new uPlot(figureOptions(chart, hosts.answers === null), figureSeries(points), hosts.figures),
      ...(hosts.answers ? [new uPlot(answerOptions(chart), answerSeries(points), hosts.answers)] : []),
    ]
  }
  draw()
  const resizing = new ResizeObserver(() => {
    for (const plot of plots) plot.setSize({ width: hosts.figures.clientWidth, height: plot.height })
  })
  resizing.observe(hosts.figures)
  const stopTheme = onThemeChange(() => draw())
  const stopPrint = onPrint({ before: () => draw(true), after: () => draw() })
  return () => {
    stopTheme()
    stopPrint()
    resizing.disconnect()
    for (const plot of plots) plot.destroy()
  }
}

const positions = (points: TimePoint[]) => points.map((_, at) => at)

const figureSeries = (points: TimePoint[]): uPlot.AlignedData => [
  positions(points),
  points.map(({ value }) => value),
  points.map(({ value, high }) => (value === null ? null : high)),
  points.map(({ value, low }) => (value === null ? null : low)),
]

const answerSeries = (points: TimePoint[]): uPlot.AlignedData => [
  positions(points),
  points.map(({ answers }) => answers),
]

function figureOptions(chart: Chart, showsTimes: boolean): uPlot.Options {
  const { points, look, colours, width, isPaper } = chart
  const { range, steps, format, level, height = standardHeight } = look
  return {
    ...common(width),
    height: isPaper ? Math.min(height, print.figuresHeight) : height,
    padding: [8, endPadding, showsTimes ? 0 : 8, 0],
    scales: { x: xScale(points), y: { range: () => [...range] } },
    axes: [
      showsTimes ? timeAxis(chart) : { ...axis(colours), show: false },
      { ...axis(colours), size: axisWidth, incrs: steps, values: (_, ticks) => ticks.map(format) },
    ],
    series: [
      {},
      {
        stroke: colours.line,
        width: 2,
        points: { show: true, size: 6, fill: colours.line, stroke: colours.line },
      },
      { stroke: 'transparent', points: { show: false } },
      { stroke: 'transparent', points: { show: false } },
    ],
    bands: [{ series: [2, 3], fill: colours.band }],
    hooks: {
      drawAxes: [(plot) => drawZero(plot, range, colours)],
      draw: [
        (plot) => drawLoneMargins(plot, points, colours),
        (plot) => {
          if (level) drawLevel(plot, level, colours)
        },
      ],
      ...pointerHooks(chart),
    },
  }
}

function answerOptions(chart: Chart): uPlot.Options {
  const { points, colours, width, isPaper } = chart
  const bars = uPlot.paths.bars?.({ size: [0.55, 28], radius: 0.15 })
  return {
    ...common(width),
    height: isPaper ? print.answersHeight : answersHeight,
    padding: [8, endPadding, 0, 0],
    scales: { x: xScale(points), y: { range: (_, __, max) => [0, Math.max(max, 10)] } },
    axes: [
      timeAxis(chart),
      {
        ...axis(colours),
        size: axisWidth,
        // Two ticks are enough to read bars by.
        splits: (_, __, ___, max) => [0, Math.max(1, Math.floor(max))],
        values: (_, ticks) => ticks.map((tick) => formatCount(tick)),
        grid: { show: false },
      },
    ],
    series: [{}, { fill: colours.bar, width: 0, points: { show: false }, ...(bars ? { paths: bars } : {}) }],
    hooks: pointerHooks(chart),
  }
}

const common = (width: number) => ({
  width,
  legend: { show: false },
  cursor: { y: false, drag: { x: false, y: false }, sync: { key: 'heed' } },
})

const pointerHooks = ({ points, callbacks: { onHover, onOpen } }: Chart): uPlot.Hooks.Arrays => ({
  setCursor: [(plot) => onHover?.(plot.cursor.idx ?? null)],
  ready: [
    (plot) =>
      plot.over.addEventListener('click', () => {
        const at = plot.cursor.idx ?? -1
        if (points[at]) onOpen?.(at)
      }),
  ],
})

const xScale = (points: TimePoint[]): uPlot.Scale => ({ time: false, range: () => [-0.5, points.length - 0.5] })

const axis = (colours: Colours): uPlot.Axis => ({
  stroke: colours.axis,
  font: colours.font,
  grid: { stroke: colours.grid, width: 1 },
  ticks: { show: false },
  gap: 6,
})

/** The axis of the times: as many labels as fit. */
export const timeAxis = ({ points, colours }: Pick<Chart, 'points' | 'colours'>): uPlot.Axis => ({
  ...axis(colours),
  size: timesHeight,
  grid: { show: false },
  // Of the plot, which follows the window.
  splits: ({ width }) => timeTicks(points.length, width),
  values: (_, ticks) => ticks.map((at) => points[at]?.label ?? ''),
})

/** Positions to label: the last, and back from it in steps that leave room for the words. */
function timeTicks(count: number, width: number): number[] {
  const step = Math.max(1, Math.ceil((count * 76) / Math.max(1, width - axisWidth - endPadding)))
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => count - 1 - at * step).reverse()
}
