import { expect, it } from 'vitest'
import { figureInWords } from './figure-words.ts'

const plain = (said: string) => said.replaceAll('\u00a0', ' ')

it('never says a figure without its margin', () => {
  expect(figureInWords('nps', { value: -4, low: -12, high: 4, answers: 90 })).toBe('NPS −4, between −12 and 4')
  expect(plain(figureInWords('csat', { value: 82.4, low: 78, high: 86, answers: 90 }) ?? '')).toBe(
    '82 % satisfied, between 78 % and 86 %',
  )
  expect(figureInWords('ces', { value: 5.25, low: 5, high: 5.5, answers: 40 })).toBe(
    'Ease 5.3 of 7, between 5.0 and 5.5',
  )
  expect(figureInWords('rating', { value: null, low: null, high: null, answers: 0 })).toBeNull()
})
