import { describe, expect, it } from 'vitest'
import { originOf } from './origin-of.ts'

describe('an origin', () => {
  it.each([
    ['https://app.example.com', 'https://app.example.com'],
    [' https://App.Example.com/start?x=1#y ', 'https://app.example.com'],
    ['app.example.com', 'https://app.example.com'],
    ['https://app.example.com:443', 'https://app.example.com'],
    ['https://app.example.com:8443/', 'https://app.example.com:8443'],
    ['localhost:3000', 'http://localhost:3000'],
    ['http://localhost:*', 'http://localhost:*'],
    ['[::1]:5173', 'http://[::1]:5173'],
    ['http://intranet', 'http://intranet'],
    ['bücher.example', 'https://xn--bcher-kva.example'],
  ])('is read from %s', (typed, origin) => {
    expect(originOf(typed)).toBe(origin)
    expect(originOf(origin)).toBe(origin)
  })

  it.each([
    '',
    ' ',
    '*',
    'intranet',
    'https://*.example.com',
    'https://app.example.com:80:*',
    'https://app.example.com:80*',
    'ftp://app.example.com',
    'https://user@app.example.com',
    'two words.example',
    'javascript:alert(1)',
    'https://app.example.com:99999',
  ])('is none in “%s”', (typed) => {
    expect(originOf(typed)).toBeNull()
  })
})
