import { expect, it } from 'vitest'
import { meetsTrait } from './match-test.ts'

const meets = (word: string, value: string | number) => meetsTrait({ op: 'is', values: [word] }, value, new Date())

it.each([
  ['1e-7', 1e-7],
  ['1000', 1e3],
  ['-3', -3],
  ['10.5', 10.5],
  ['0.30000000000000004', 0.1 + 0.2],
  ['1e+21', 1e21],
])('“%s” names a number', (word, number) => {
  expect(meets(word, number)).toBe(true)
})

it.each(['1E3', '1e3', '0x10', ' 5 ', '1.0', '+5', '.5', '0.0000001', '-0', '', '1e400', 'true'])(
  '“%s” names a text alone',
  (word) => {
    expect(meets(word, Number(word))).toBe(false)
    expect(meets(word, word)).toBe(true)
  },
)
