import { describe, expect, it } from 'vitest'
import { excerptFor } from './excerpt.ts'

const evenly = () => 1

describe('an excerpt', () => {
  it('is the sentence that shares the most telling words with the request', () => {
    const sentences = ['Invoices are sent monthly.', 'You can export invoices as CSV.', 'Export takes a minute.']

    expect(excerptFor(sentences, ['export', 'csv'], evenly)).toBe('You can export invoices as CSV.')
    expect(excerptFor(sentences, ['minut', 'export'], (term) => (term === 'minut' ? 5 : 1))).toBe(
      'Export takes a minute.',
    )
  })

  it('is the first sentence when none fits, and empty when there is none', () => {
    expect(excerptFor(['One.', 'Two.'], ['three'], evenly)).toBe('One.')
    expect(excerptFor([], ['three'], evenly)).toBe('')
  })

  it('is cut between words to 160 characters', () => {
    const excerpt = excerptFor(['Export everything '.repeat(20).trim()], ['export'], evenly)

    expect(excerpt.length).toBeLessThanOrEqual(160)
    expect(excerpt).toMatch(/^(Export everything )+Export…$|everything…$/)
  })

  it('is cut even where there is no place to cut', () => {
    const excerpt = excerptFor(['x'.repeat(500)], ['x'], evenly)

    expect(excerpt).toBe(`${'x'.repeat(159)}…`)
  })
})
