import { describe, expect, it } from 'vitest'
import { saysSomething } from './asked.ts'

describe('a text', () => {
  it.each(['2FA', 'E401', '404', 'S3', 'QR', 'メモ', 'ログ', '返金', '환불', 'キー', 's3', 'pin', '٤٠٤'])(
    'says something: “%s”',
    (text) => {
      expect(saysSomething(text)).toBe(true)
    },
  )

  it.each(['', ' ', 'a', '7', '票', 'メ', '?!', '…', '🙂🙂🙂', '- a -', 'My', 'is', '12', 'ما'])(
    'says nothing: “%s”',
    (text) => {
      expect(saysSomething(text)).toBe(false)
    },
  )
})
