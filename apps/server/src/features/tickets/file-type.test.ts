import { describe, expect, it } from 'vitest'
import { readFileType } from './file-type.ts'

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const moving = Buffer.concat([
  png.subarray(0, 33),
  Buffer.from('\0\0\0\x08acTL\0\0\0\x01\0\0\0\0\0\0\0\0'),
  png.subarray(33),
])
const jpeg = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0, 0, 16]), Buffer.from('JFIF\0'), Buffer.alloc(20)])
const gif = Buffer.from('R0lGODlhAQABAAAAACw=', 'base64')
const webp = Buffer.concat([Buffer.from('RIFF\x1a\0\0\0WEBPVP8L'), Buffer.alloc(20)])
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n')
const svg = Buffer.from('<?xml version="1.0"?><svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>')

describe('the type of a file', () => {
  it.each([
    ['a picture', png, 'image/png', 'image/png'],
    ['a moving one', moving, 'image/png', 'image/png'],
    ['a photo', jpeg, 'image/jpeg', 'image/jpeg'],
    ['an old moving picture', gif, 'image/gif', 'image/gif'],
    ['a small picture', webp, 'image/webp', 'image/webp'],
    ['a document', pdf, 'application/pdf', 'application/pdf'],
    ['a picture called text', png, 'text/plain', 'image/png'],
    ['a photo called PNG', jpeg, 'image/png', 'image/jpeg'],
    ['a picture called nothing', png, undefined, 'image/png'],
    ['text', Buffer.from('grüße 👋\n'), 'text/plain', 'text/plain'],
    ['text with its encoding', Buffer.from('Hello'), 'Text/Plain; charset=utf-8', 'text/plain'],
    ['text that begins as a bitmap would', Buffer.from('BMW invoice'), 'text/plain', 'text/plain'],
    ['markup, which stays text', svg, 'text/plain', 'text/plain'],
  ])('is read from its bytes: %s', async (_what, bytes, claimed, type) => {
    expect(await readFileType(bytes, claimed)).toBe(type)
  })

  it.each([
    ['text called a picture', Buffer.from('not a picture'), 'image/png'],
    ['text called nothing', Buffer.from('Hello'), undefined],
    ['a page called a picture', Buffer.from('<!doctype html><script>alert(1)</script>'), 'image/gif'],
    ['a drawing, which may carry scripts', svg, 'image/svg+xml'],
    ['an archive called text', Buffer.from('PK\x03\x04\x14\0\0\0'), 'text/plain'],
    ['bytes called text', Buffer.from([0xc3, 0x28, 0x41]), 'text/plain'],
    ['text with NUL', Buffer.from('a\0b'), 'text/plain'],
    ['half a picture’s mark', png.subarray(0, 5), 'image/png'],
  ])('is none that may be attached: %s', async (_what, bytes, claimed) => {
    expect(await readFileType(bytes, claimed)).toBeUndefined()
  })
})
