import { describe, expect, it } from 'vitest'
import { excerptFor, readSentences } from './excerpt.ts'

const evenly = () => 1
const excerpt = (sentences: string[], asked: string[], weight: (stem: string) => number = evenly) =>
  excerptFor(readSentences(sentences, 'en'), new Set(asked), weight)

describe('an excerpt', () => {
  it('is the sentence that shares the most telling words with the request', () => {
    const sentences = ['Invoices are sent monthly.', 'You can export invoices as CSV.', 'Export takes a minute.']

    expect(excerpt(sentences, ['export', 'csv'])).toBe('You can export invoices as CSV.')
    expect(excerpt(sentences, ['minut', 'export'], (stem) => (stem === 'minut' ? 5 : 1))).toBe('Export takes a minute.')
  })

  it('is the first sentence when none fits, and empty when there is none', () => {
    expect(excerpt(['One.', 'Two.'], ['three'])).toBe('One.')
    expect(excerpt([], ['three'])).toBe('')
  })

  it('is cut between words to 160 characters', () => {
    const cut = excerpt(['Export everything '.repeat(20).trim()], ['export'])

    expect(cut.length).toBeLessThanOrEqual(160)
    expect(cut).toMatch(/^(Export everything )+Export…$|everything…$/)
  })

  it('is cut even where there is no place to cut', () => {
    expect(excerpt(['x'.repeat(500)], ['x'])).toBe(`${'x'.repeat(159)}…`)
  })
})
