import { describe, expect, it } from 'vitest'
import { linkTokenOf, nextAddress, signInAddress } from './next-address.ts'

const origin = 'https://heed.example.com'

describe('the way through sign-in', () => {
  it('comes back to where one was, with the segment', () => {
    const where = '/tickets?segment=plan:enterprise,growth'
    const next = new URL(signInAddress(where), origin).searchParams.get('next')

    expect(nextAddress(next, origin)).toBe(where)
  })

  it('never leads to another site, nor round in circles', () => {
    const bad = ['https://evil.example', '//evil.example/x', '/\\evil.example', 'javascript:alert(1)', '/sign-in', null]

    expect(bad.map((next) => nextAddress(next, origin))).toEqual(['/', '/', '/', '/', '/', '/'])
    expect(signInAddress('/sign-in?next=%2F')).toBe('/sign-in')
  })

  it('finds the token of a link in the fragment only', () => {
    expect(linkTokenOf('#link=abc-123')).toBe('abc-123')
    expect(linkTokenOf('#main')).toBeNull()
    expect(linkTokenOf('')).toBeNull()
  })
})
