import type uPlot from 'uplot'
import type { TimePoint } from './draw-time-chart.ts'
import type { Colours } from './time-chart-colours.ts'

/** A line at zero, where the axis crosses it. */
export function drawZero(plot: uPlot, [low, high]: readonly [number, number], colours: Colours): void {
  if (low < 0 && high > 0) drawAcross(plot, 0, colours.zero)
}

/** A dashed line to hold all values against, named at its beginning. */
export function drawLevel(plot: uPlot, level: { value: number; label: string }, colours: Colours): void {
  drawAcross(plot, level.value, colours.axis, [4, 4])
  const { ctx, bbox } = plot
  ctx.save()
  ctx.fillStyle = colours.axis
  ctx.font = scaled(colours.font)
  ctx.textAlign = 'left'
  ctx.textBaseline = 'bottom'
  ctx.fillText(level.label, bbox.left + 4 * devicePixelRatio, plot.valToPos(level.value, 'y', true) - devicePixelRatio)
  ctx.restore()
}

/** A time between two gaps has no band; its margin is drawn as an upright line instead. */
export function drawLoneMargins(plot: uPlot, points: TimePoint[], colours: Colours): void {
  const isDrawn = (at: number) => (points[at]?.value ?? null) !== null
  plot.ctx.save()
  plot.ctx.strokeStyle = colours.band
  plot.ctx.lineWidth = 8 * devicePixelRatio
  points.forEach(({ low, high }, at) => {
    if (!isDrawn(at) || isDrawn(at - 1) || isDrawn(at + 1) || low === null || high === null) return
    const x = plot.valToPos(at, 'x', true)
    plot.ctx.beginPath()
    plot.ctx.moveTo(x, plot.valToPos(low, 'y', true))
    plot.ctx.lineTo(x, plot.valToPos(high, 'y', true))
    plot.ctx.stroke()
  })
  plot.ctx.restore()
}

function drawAcross(plot: uPlot, value: number, colour: string, dash: number[] = []): void {
  const y = plot.valToPos(value, 'y', true)
  const { left, width } = plot.bbox
  plot.ctx.save()
  plot.ctx.strokeStyle = colour
  plot.ctx.lineWidth = devicePixelRatio
  plot.ctx.setLineDash(dash.map((length) => length * devicePixelRatio))
  plot.ctx.beginPath()
  plot.ctx.moveTo(left, y)
  plot.ctx.lineTo(left + width, y)
  plot.ctx.stroke()
  plot.ctx.restore()
}

/** A font of CSS pixels as the canvas counts them. */
const scaled = (font: string): string =>
  font.replace(/^[\d.]+(?=px)/, (size) => String(Number(size) * devicePixelRatio))
