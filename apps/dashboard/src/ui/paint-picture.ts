import { drawTimeChart, type TimeLook, type TimePoint } from './draw-time-chart.ts'
import { heightOfRows, type PaintedRows, paintRows } from './paint-rows.ts'
import { readColours } from './time-chart-colours.ts'

type Picture = {
  title: string
  /** Below the title, a line each. */
  lines: string[]
  /** Over time; null where there is too little to draw. */
  chart: { answersTitle: string; points: TimePoint[]; look: TimeLook } | null
  tables: PaintedRows[]
  /** At the bottom, such as a source; may be empty. */
  foot: string
}

const width = 960
const margin = 32
const lineHeight = 22
const titleHeight = 34

/**
 * Figures as a picture: on a light ground whatever the theme is, with what is needed to read it on its own.
 * @throws Error when the browser makes no picture
 */
export async function paintPicture(picture: Picture): Promise<Blob> {
  const host = document.body.appendChild(document.createElement('div'))
  host.style.cssText = `position:fixed;inset-inline-start:-9999px;inline-size:${width - 2 * margin}px;color-scheme:light`
  const [figures, answers] = [document.createElement('div'), document.createElement('div')]
  host.append(figures, answers)
  const { chart } = picture
  const stop = chart && drawTimeChart({ figures, answers }, chart.points, chart.look)
  try {
    // The drawing waits for the end of its task.
    await new Promise((next) => requestAnimationFrame(next))
    return await compose(host, picture)
  } finally {
    stop?.()
    host.remove()
  }
}

function compose(host: HTMLElement, { title, lines, chart: drawn, tables, foot }: Picture): Promise<Blob> {
  const charts = [...host.querySelectorAll('canvas')]
  const scale = devicePixelRatio
  const heightOf = (chart: HTMLCanvasElement) => chart.height / scale
  const head = margin + titleHeight + lines.length * lineHeight + 12
  const sum = (heights: number[]) => heights.reduce((total, height) => total + height, 0)
  const height =
    head +
    sum(charts.map(heightOf)) +
    (drawn ? lineHeight : 0) +
    sum(tables.map(heightOfRows)) +
    (foot ? lineHeight : 0) +
    margin

  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const context = canvas.getContext('2d')
  if (!context) return Promise.reject(new Error('There is no canvas to draw on.'))

  const colours = readColours(host)
  const family = getComputedStyle(host).fontFamily
  context.scale(scale, scale)
  context.fillStyle = colours.surface
  context.fillRect(0, 0, width, height)
  const write = (words: string, y: number, { size, weight = 400, colour }: Writing) => {
    context.font = `${weight} ${size}px ${family}`
    context.fillStyle = colour
    context.fillText(words, margin, y, width - 2 * margin)
  }
  write(title, margin + 20, { size: 20, weight: 600, colour: colours.text })
  lines.forEach((line, at) => {
    write(line, margin + titleHeight + (at + 0.7) * lineHeight, { size: 14, colour: colours.text })
  })
  let y = head
  charts.forEach((chart, at) => {
    if (drawn && at > 0) {
      write(drawn.answersTitle, y + 14, { size: 13, colour: colours.axis })
      y += lineHeight
    }
    context.drawImage(chart, margin, y, chart.width / scale, heightOf(chart))
    y += heightOf(chart)
  })
  for (const table of tables) {
    paintRows(context, table, { x: margin, y, width: width - 2 * margin }, { colours, family })
    y += heightOfRows(table)
  }
  if (foot) write(foot, y + lineHeight, { size: 12, colour: colours.axis })
  return new Promise((made, failed) =>
    canvas.toBlob((blob) => (blob ? made(blob) : failed(new Error('The browser made no picture.'))), 'image/png'),
  )
}

type Writing = { size: number; weight?: number; colour: string }
