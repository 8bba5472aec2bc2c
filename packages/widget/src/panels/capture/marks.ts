/** A part of the picture, in its own pixels, from its left and top edge whichever way the page is read. */
export type Area = { left: number; top: number; width: number; height: number }
export type Tool = 'crop' | 'box' | 'hide'
export type Mark = { tool: Tool; area: Area }
/** What was done to the picture, and what was taken back and can come again, the last one first. */
export type Marks = { done: Mark[]; undone: Mark[] }

export const noMarks: Marks = { done: [], undone: [] }

/** A new mark ends what could have come again. */
export const addMark = ({ done }: Marks, mark: Mark): Marks => ({ done: [...done, mark], undone: [] })

export function undo({ done, undone }: Marks): Marks {
  const last = done.at(-1)
  return last ? { done: done.slice(0, -1), undone: [last, ...undone] } : { done, undone }
}

export function redo({ done, undone }: Marks): Marks {
  const [next, ...rest] = undone
  return next ? { done: [...done, next], undone: rest } : { done, undone }
}

/** What both areas have in common; without size when that is nothing. */
export function overlap(one: Area, other: Area): Area {
  const left = Math.max(one.left, other.left)
  const top = Math.max(one.top, other.top)
  const width = Math.min(one.left + one.width, other.left + other.width) - left
  const height = Math.min(one.top + one.height, other.top + other.height) - top
  return { left, top, width: Math.max(0, width), height: Math.max(0, height) }
}

/** What is left of the picture: a crop cuts from what the crops before it left. */
export const croppedTo = ({ done }: Marks, whole: Area): Area =>
  done.reduce((left, { tool, area }) => (tool === 'crop' ? overlap(left, area) : left), whole)

/** Any area as one of whole pixels, at least one by one, that lies within the other. */
export function fitInto(area: Area, around: Area): Area {
  const width = Math.max(1, Math.min(Math.round(area.width), around.width))
  const height = Math.max(1, Math.min(Math.round(area.height), around.height))
  const between = (least: number, value: number, most: number) => Math.max(least, Math.min(Math.round(value), most))
  return {
    width,
    height,
    left: between(around.left, area.left, around.left + around.width - width),
    top: between(around.top, area.top, around.top + around.height - height),
  }
}

/** Seen on light and on dark pages: an orange no page has much of, in white. */
const boxColour = '#e8590c'
const hideColour = '#1c1a17'

/**
 * Paints the cropped picture with all marks into a canvas, whose size it sets. What is hidden is painted over: nothing
 * of it is left in the canvas.
 * @param scale pixels of the picture for a pixel of the page
 */
export function flatten(picture: HTMLCanvasElement, marks: Marks, scale: number, into: HTMLCanvasElement): void {
  const shown = croppedTo(marks, { left: 0, top: 0, width: picture.width, height: picture.height })
  into.width = shown.width
  into.height = shown.height
  const pen = into.getContext('2d')
  if (!pen) throw new Error('there is no canvas to draw on')
  pen.translate(-shown.left, -shown.top)
  pen.drawImage(picture, 0, 0)
  const painted = (tool: Tool) => marks.done.filter((mark) => mark.tool === tool)
  for (const { area } of painted('hide')) {
    pen.fillStyle = hideColour
    pen.fillRect(area.left, area.top, area.width, area.height)
  }
  for (const { area } of painted('box')) {
    for (const [colour, width] of [
      ['#fff', 6],
      [boxColour, 3],
    ] as const) {
      pen.strokeStyle = colour
      pen.lineWidth = width * scale
      pen.strokeRect(area.left, area.top, area.width, area.height)
    }
  }
}
