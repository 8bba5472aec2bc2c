import { describe, expect, it } from 'vitest'
import { isWebAddress } from './external-link.tsx'

describe('an address that a browser sent', () => {
  it('becomes a link only over http and https', () => {
    expect(isWebAddress('https://app.example.com/a?b=c')).toBe(true)
    expect(isWebAddress('http://localhost:3000/')).toBe(true)
    for (const address of ['javascript:alert(1)', 'data:text/html,x', ' JaVaScRiPt:alert(1)', '/path', ''])
      expect(isWebAddress(address), address).toBe(false)
  })
})
