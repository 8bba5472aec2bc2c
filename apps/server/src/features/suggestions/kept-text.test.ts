import { describe, expect, it } from 'vitest'
import { isKept } from './kept-text.ts'

describe('what somebody typed', () => {
  it.each(['2FA', 'E401', '404', 'S3', 'メモ', 'ログ'])('is kept as a search for “%s”', (text) => {
    expect(isKept('searched', text, undefined)).toBe(true)
    expect(isKept('asked', text, undefined)).toBe(false)
  })

  it.each(['', 'x', '?!', '🙂🙂'])('is not kept as a search for “%s”', (text) => {
    expect(isKept('searched', text, undefined)).toBe(false)
  })
})
