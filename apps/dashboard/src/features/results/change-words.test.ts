import { describe, expect, it } from 'vitest'
import { verdictInWords } from './change-words.ts'
import { figureInWords } from './figure-words.ts'
import { figureOf, nothing, type partOf } from './testing.ts'

const said = (against: ReturnType<typeof partOf>['against'], answers = 41) =>
  verdictInWords({ part: { against, figure: figureOf(30, answers) }, measure: 'nps', unit: 'people' })

describe('a part held against all others', () => {
  it('says how much and between what, where it is more than chance', () => {
    expect(said({ change: 8, low: 2, high: 14, verdict: 'up' })).toBe('up 8 points, between 2 and 14: more than chance')
    expect(said({ change: -8, low: -14, high: -2, verdict: 'down' })).toBe(
      'down 8 points, between 2 and 14: more than chance',
    )
  })

  it('says that it can be chance, and with how many answers', () => {
    expect(said({ change: 8, low: -3, high: 19, verdict: 'chance' })).toBe(
      'up 8 points, but with 41 answers that can be chance',
    )
    expect(said({ change: -1, low: -9, high: 7, verdict: 'chance' }, 1)).toBe(
      'down 1 point, but with 1 answer that can be chance',
    )
    expect(said({ change: 0.3, low: -9, high: 9, verdict: 'chance' })).toBe(
      'no different, as far as 41 answers can tell',
    )
  })

  it('says that there is too little to say anything', () => {
    expect(said({ change: 8, low: 2, high: 14, verdict: 'too_few' })).toBe('too few answers to say')
    expect(said(null)).toBe('nothing to hold it against')
  })

  it('counts accounts where those have the voice, and means with a decimal', () => {
    const words = verdictInWords({
      part: { against: { change: -0.42, low: -0.9, high: 0.1, verdict: 'chance' }, figure: figureOf(4, 30, 0.3) },
      measure: 'ces',
      unit: 'accounts',
    })

    expect(words).toBe('down 0.4, but with 30 accounts that can be chance')
  })
})

describe('a figure in words', () => {
  it('is never said without its margin', () => {
    expect(figureInWords('nps', figureOf(-3, 40, 10))).toBe('NPS −3, between −13 and 7')
    expect(figureInWords('csat', figureOf(62, 40))).toMatch(/^62\s% satisfied, between 53\s% and 71\s%$/)
    expect(figureInWords('choices', figureOf(40, 40), 'Invoices')).toMatch(/^40\s% chose “Invoices”/)
    expect(figureInWords('rating', figureOf(4.25, 40, 0.3))).toBe('4.3 of 5, between 4.0 and 4.6')
  })

  it('is nothing where nobody answered', () => {
    expect(figureInWords('nps', nothing)).toBeNull()
  })
})
