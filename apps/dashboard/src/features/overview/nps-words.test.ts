import { describe, expect, it } from 'vitest'
import { npsInWords, npsWithBase } from './nps-words.ts'

describe('NPS in words', () => {
  it('never stands without its margin and base', () => {
    expect(npsWithBase({ score: 30.6, low: 21.9, high: 39.6, answers: 214 }, 500)).toBe(
      'NPS 31, between 22 and 40 · 214 answers from 500 people',
    )
  })

  it('writes a real minus, no minus zero, and one answer in the singular', () => {
    expect(npsWithBase({ score: -0.3, low: -12.4, high: 12, answers: 1 }, 1)).toBe(
      'NPS 0, between −12 and 12 · 1 answer from 1 person',
    )
  })

  it('gives no score where there is none', () => {
    expect(npsInWords({ score: null, low: null, high: null })).toBeNull()
    expect(npsWithBase({ score: null, low: null, high: null, answers: 0 }, 40)).toBe('0 answers from 40 people')
  })
})
