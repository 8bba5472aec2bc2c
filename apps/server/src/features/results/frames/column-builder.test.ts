import { expect, it } from 'vitest'
import { columnBuilder } from './column-builder.ts'

it('says of each row what was set last, however many values there are', () => {
  const rows = 70_000 // more than sixteen bits tell apart
  const builder = columnBuilder()
  for (let row = 0; row < rows; row++) {
    builder.fillTo(row + 1)
    builder.set(row, `value ${row}`)
  }
  const { values, codes } = builder.column()
  const wrong = Array.from({ length: rows }, (_, row) => row).filter(
    (row) => values[codes[row] as number] !== `value ${row}`,
  )
  expect(wrong).toEqual([])
})
