import { afterEach, expect, it, vi } from 'vitest'
import {
  type Area,
  addMark,
  croppedTo,
  fitInto,
  flatten,
  type Marks,
  noMarks,
  overlap,
  redo,
  type Tool,
  undo,
} from './marks.ts'

const whole: Area = { left: 0, top: 0, width: 1000, height: 800 }
const area = (left: number, top: number, width: number, height: number): Area => ({ left, top, width, height })
const marked = (...steps: [Tool, Area][]) =>
  steps.reduce<Marks>((marks, [tool, at]) => addMark(marks, { tool, area: at }), noMarks)

/** A picture, and a canvas that writes down what is painted into it. */
function paper() {
  const painted: unknown[][] = []
  const pen = { fillStyle: '', strokeStyle: '', lineWidth: 0 }
  const record =
    (name: string) =>
    (...args: unknown[]) =>
      painted.push([name, ...args])
  const names = ['translate', 'drawImage', 'fillRect', 'strokeRect']
  const drawn = Object.assign(pen, Object.fromEntries(names.map((name) => [name, record(name)])))
  const canvas = document.createElement('canvas')
  vi.spyOn(canvas, 'getContext').mockReturnValue(drawn as unknown as null)
  const picture = document.createElement('canvas')
  picture.width = whole.width
  picture.height = whole.height
  return { picture, canvas, painted, names: () => painted.map(([name]) => name) }
}

afterEach(() => vi.restoreAllMocks())

it('takes steps back and does them again, the last one first', () => {
  const marks = marked(['box', area(1, 1, 9, 9)], ['hide', area(2, 2, 9, 9)])

  const back = undo(undo(marks))
  expect(back.done).toEqual([])

  const once = redo(back)
  expect(once.done.map(({ tool }) => tool)).toEqual(['box'])
  expect(redo(once)).toEqual(marks)
})

it('has nothing to do again after a new mark', () => {
  const back = undo(marked(['box', area(1, 1, 9, 9)]))

  const marks = addMark(back, { tool: 'crop', area: area(5, 5, 50, 50) })

  expect(redo(marks)).toEqual(marks)
  expect(marks.done.map(({ tool }) => tool)).toEqual(['crop'])
})

it('does nothing where there is no step', () => {
  expect(undo(noMarks)).toEqual(noMarks)
  expect(redo(noMarks)).toEqual(noMarks)
})

it('cuts from what the crops before left, and gives it back on undo', () => {
  const marks = marked(
    ['crop', area(100, 100, 500, 500)],
    ['hide', area(0, 0, 10, 10)],
    ['crop', area(300, 50, 900, 200)],
  )

  expect(croppedTo(marks, whole)).toEqual(area(300, 100, 300, 150))
  expect(croppedTo(undo(marks), whole)).toEqual(area(100, 100, 500, 500))
  expect(croppedTo(noMarks, whole)).toEqual(whole)
})

it('has no size where areas do not meet', () => {
  expect(overlap(area(0, 0, 10, 10), area(20, 20, 5, 5))).toMatchObject({ width: 0, height: 0 })
})

it.each([
  ['pushes back what hangs out', area(-20, 790, 100, 50), area(0, 750, 100, 50)],
  ['rounds to whole pixels', area(10.4, 10.6, 20.5, 20.2), area(10, 11, 21, 20)],
  ['is at least one pixel', area(5, 5, 0, 0), area(5, 5, 1, 1)],
  ['is at most as large as what is around it', area(-5, -5, 5000, 5000), whole],
])('fits an area into another: %s', (_, given, fitted) => {
  expect(fitInto(given, whole)).toEqual(fitted)
})

it('paints what is hidden over the picture, in an opaque colour and in full', () => {
  const { picture, canvas, painted, names } = paper()

  flatten(picture, marked(['hide', area(30, 40, 50, 60)]), 2, canvas)

  expect(names()).toEqual(['translate', 'drawImage', 'fillRect'])
  expect(painted.at(-1)).toEqual(['fillRect', 30, 40, 50, 60])
  expect(canvas.getContext('2d')?.fillStyle).toMatch(/^#[0-9a-f]{6}$/)
})

it('makes the canvas the size of what is left, and moves the picture there', () => {
  const { picture, canvas, painted } = paper()

  flatten(picture, marked(['crop', area(100, 200, 300, 400)]), 1, canvas)

  expect([canvas.width, canvas.height]).toEqual([300, 400])
  expect(painted).toEqual([
    ['translate', -100, -200],
    ['drawImage', picture, 0, 0],
  ])
})

it('draws boxes last, each light and then coloured, so that no cover lies on them', () => {
  const { picture, canvas, names } = paper()

  flatten(picture, marked(['box', area(1, 1, 9, 9)], ['hide', area(5, 5, 9, 9)]), 1, canvas)

  expect(names()).toEqual(['translate', 'drawImage', 'fillRect', 'strokeRect', 'strokeRect'])
})
