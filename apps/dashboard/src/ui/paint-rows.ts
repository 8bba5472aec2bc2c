import type { Colours } from './time-chart-colours.ts'

/** Rows with a bar each, all on one axis. */
export type PaintedRows = {
  title: string
  /** Both ends of the axis, and what is written there. */
  range: readonly [number, number]
  ends: readonly [string, string]
  /** Over the notes. */
  noteTitle: string
  rows: PaintedRow[]
}
type PaintedRow = {
  name: string
  /** Already written with its unit. */
  value: string
  /** An estimate with both ends of its margin; null where there are too few answers to draw one. */
  bar: { value: number; low: number; high: number } | null
  /** At the end, such as how many answered. */
  note: string
}

const rowHeight = 24
const headHeight = 44
/** Shares of the width that names, bars and values take; notes have the rest. */
const shares = { name: 0.24, bar: 0.46, value: 0.1 }

export const heightOfRows = ({ rows }: PaintedRows): number => headHeight + rows.length * rowHeight

/** Paints rows into a box that begins at a corner, in pixels of CSS. */
export function paintRows(
  context: CanvasRenderingContext2D,
  { title, range: [min, max], ends, noteTitle, rows }: PaintedRows,
  box: { x: number; y: number; width: number },
  { colours, family }: { colours: Colours; family: string },
): void {
  const nameWidth = shares.name * box.width
  const barWidth = shares.bar * box.width
  const valueAt = box.x + nameWidth + barWidth + shares.value * box.width
  const at = (value: number) =>
    box.x + nameWidth + ((Math.min(Math.max(value, min), max) - min) / (max - min)) * barWidth
  const write = (words: string, x: number, y: number, colour: string, font: string, most: number) => {
    context.font = `${font} ${family}`
    context.fillStyle = colour
    context.fillText(words, x, y, most)
  }
  const fill = (from: number, to: number, y: number, height: number, colour: string) => {
    context.fillStyle = colour
    context.fillRect(from, y - height / 2, Math.max(1, to - from), height)
  }

  write(title, box.x, box.y + 26, colours.text, '600 14px', nameWidth - 12)
  const headAt = box.y + headHeight - 6
  write(ends[0], at(min), headAt, colours.axis, '12px', barWidth / 2)
  context.textAlign = 'right'
  write(ends[1], at(max), headAt, colours.axis, '12px', barWidth / 2)
  write(noteTitle, box.x + box.width, headAt, colours.axis, '12px', shares.name * box.width)
  context.textAlign = 'left'
  for (const [place, { name, value, bar, note }] of rows.entries()) {
    const middle = box.y + headHeight + (place + 0.5) * rowHeight
    write(name, box.x, middle + 5, colours.text, '13px', nameWidth - 12)
    fill(at(min), at(max), middle, 1, colours.grid)
    if (bar) {
      fill(at(bar.low), at(bar.high), middle, 10, colours.band)
      fill(at(bar.value) - 1.5, at(bar.value) + 1.5, middle, 14, colours.line)
    }
    context.textAlign = 'right'
    write(value, valueAt, middle + 5, colours.text, '600 13px', shares.value * box.width)
    write(note, box.x + box.width, middle + 5, colours.axis, '13px', box.x + box.width - valueAt - 12)
    context.textAlign = 'left'
  }
}
