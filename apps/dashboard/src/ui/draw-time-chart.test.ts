import type uPlot from 'uplot'
import { expect, it } from 'vitest'
import { timeAxis } from './draw-time-chart.ts'
import { readColours } from './time-chart-colours.ts'

it('labels fewer times once the window gets narrower', () => {
  const points = Array.from({ length: 12 }, (_, at) => ({ label: `${at}`, value: 1, low: 0, high: 2, answers: 9 }))
  const { splits } = timeAxis({ points, colours: readColours(document.body) })
  const labels = (width: number) =>
    typeof splits === 'function' ? splits({ width } as uPlot, 0, 0, 11, 1, 1) : undefined

  expect(labels(1_200)).toHaveLength(12)
  expect(labels(300)).toEqual([1, 6, 11])
})
