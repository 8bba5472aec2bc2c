import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { text } from '../../locales/text.ts'
import { formatMonthShort } from '../../ui/dates.ts'
import { formatCount, formatNps } from '../../ui/numbers.ts'
import { onThemeChange } from '../../ui/theme.ts'
import { isEnough, type Month, scoreRange } from './months.ts'

type Hosts = { scores: HTMLElement; answers: HTMLElement }
type Callbacks = { onHover: (at: number | null) => void; onOpen: (month: string) => void }

const axisWidth = 44
const heights = { scores: 250, answers: 92 }
// Room for the outermost labels: half a month's words at the right, half a line below.
const padding: Record<keyof typeof heights, [number, number, number, number]> = {
  scores: [8, 30, 8, 0],
  answers: [8, 30, 0, 0],
}

/** Draws both charts into their hosts and keeps them in step with the width and the theme. @returns its stop */
export function drawMonthChart(hosts: Hosts, months: Month[], callbacks: Callbacks): () => void {
  let plots: uPlot[] = []
  const draw = () => {
    for (const plot of plots) plot.destroy()
    const colours = readColours(hosts.scores)
    const width = hosts.scores.clientWidth
    plots = [
      new uPlot(scoreOptions(months, colours, width, callbacks), scoreSeries(months), hosts.scores),
      new uPlot(answerOptions(months, colours, width, callbacks), answerSeries(months), hosts.answers),
    ]
  }
  draw()
  const resizing = new ResizeObserver(() => {
    for (const plot of plots) plot.setSize({ width: hosts.scores.clientWidth, height: plot.height })
  })
  resizing.observe(hosts.scores)
  const stopTheme = onThemeChange(draw)
  return () => {
    stopTheme()
    resizing.disconnect()
    for (const plot of plots) plot.destroy()
  }
}

const positions = (months: Month[]) => months.map((_, at) => at)

function scoreSeries(months: Month[]): uPlot.AlignedData {
  const of = (key: 'score' | 'low' | 'high') => months.map(({ figure }) => (isEnough(figure) ? figure[key] : null))
  return [positions(months), of('score'), of('high'), of('low')]
}

const answerSeries = (months: Month[]): uPlot.AlignedData => [
  positions(months),
  months.map(({ figure }) => figure.answers),
]

function scoreOptions(months: Month[], colours: Colours, width: number, callbacks: Callbacks): uPlot.Options {
  const range = scoreRange(months)
  return {
    ...common(width, 'scores'),
    scales: { x: xScale(months), y: { range: () => range } },
    axes: [
      { ...axis(colours), show: false },
      {
        ...axis(colours),
        size: axisWidth,
        incrs: [20, 50],
        values: (_, ticks) => ticks.map(formatNps),
      },
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
      drawAxes: [(plot) => drawZero(plot, colours)],
      draw: [(plot) => drawLoneMargins(plot, months, colours)],
      ...pointerHooks(months, callbacks),
    },
  }
}

function answerOptions(months: Month[], colours: Colours, width: number, callbacks: Callbacks): uPlot.Options {
  const bars = uPlot.paths.bars?.({ size: [0.55, 28], radius: 0.15 })
  return {
    ...common(width, 'answers'),
    scales: { x: xScale(months), y: { range: (_, __, max) => [0, Math.max(max, 10)] } },
    axes: [
      {
        ...axis(colours),
        size: 28,
        grid: { show: false },
        splits: () => monthTicks(months.length, width),
        values: (_, ticks) => ticks.map((at) => formatMonthShort(months[at]?.month ?? '')),
      },
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
    hooks: pointerHooks(months, callbacks),
  }
}

function common(width: number, chart: keyof typeof heights) {
  return {
    width,
    height: heights[chart],
    padding: padding[chart],
    legend: { show: false },
    cursor: {
      y: false,
      drag: { x: false, y: false },
      sync: { key: text.overview.months.title },
    },
  }
}

const pointerHooks = (months: Month[], { onHover, onOpen }: Callbacks): uPlot.Hooks.Arrays => ({
  setCursor: [(plot) => onHover(plot.cursor.idx ?? null)],
  ready: [
    (plot) =>
      plot.over.addEventListener('click', () => {
        const month = months[plot.cursor.idx ?? -1]?.month
        if (month !== undefined) onOpen(month)
      }),
  ],
})

const xScale = (months: Month[]): uPlot.Scale => ({ time: false, range: () => [-0.5, months.length - 0.5] })

const axis = (colours: Colours): uPlot.Axis => ({
  stroke: colours.axis,
  font: colours.font,
  grid: { stroke: colours.grid, width: 1 },
  ticks: { show: false },
  gap: 6,
})

/** Positions to label: the last month, and back from it in steps that leave room for the words. */
function monthTicks(count: number, width: number): number[] {
  const step = Math.max(1, Math.ceil((count * 76) / Math.max(1, width - axisWidth - 30)))
  return Array.from({ length: Math.ceil(count / step) }, (_, at) => count - 1 - at * step).reverse()
}

function drawZero(plot: uPlot, colours: Colours): void {
  const y = plot.valToPos(0, 'y', true)
  const { left, width } = plot.bbox
  plot.ctx.save()
  plot.ctx.strokeStyle = colours.zero
  plot.ctx.lineWidth = devicePixelRatio
  plot.ctx.beginPath()
  plot.ctx.moveTo(left, y)
  plot.ctx.lineTo(left + width, y)
  plot.ctx.stroke()
  plot.ctx.restore()
}

/** A month between two gaps has no band; its margin is drawn as an upright line instead. */
function drawLoneMargins(plot: uPlot, months: Month[], colours: Colours): void {
  const isDrawn = (at: number) => {
    const figure = months[at]?.figure
    return figure !== undefined && isEnough(figure)
  }
  plot.ctx.save()
  plot.ctx.strokeStyle = colours.band
  plot.ctx.lineWidth = 8 * devicePixelRatio
  months.forEach(({ figure: { low, high } }, at) => {
    if (!isDrawn(at) || isDrawn(at - 1) || isDrawn(at + 1) || low === null || high === null) return
    const x = plot.valToPos(at, 'x', true)
    plot.ctx.beginPath()
    plot.ctx.moveTo(x, plot.valToPos(low, 'y', true))
    plot.ctx.lineTo(x, plot.valToPos(high, 'y', true))
    plot.ctx.stroke()
  })
  plot.ctx.restore()
}

type Colours = ReturnType<typeof readColours>

/** The tokens as the canvas needs them: a probe resolves light-dark() for the theme of the moment. */
function readColours(host: HTMLElement) {
  const probe = host.appendChild(document.createElement('span'))
  const read = (token: string) => {
    probe.style.color = `var(${token})`
    return getComputedStyle(probe).color
  }
  const colours = {
    line: read('--accent'),
    band: read('--margin-band'),
    bar: read('--line-strong'),
    axis: read('--text-soft'),
    grid: read('--line'),
    zero: read('--line-strong'),
    font: `12px ${getComputedStyle(host).fontFamily}`,
  }
  probe.remove()
  return colours
}
