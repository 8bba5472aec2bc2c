import { userHash } from '@heed/node'
import { describe, expect, it } from 'vitest'
import { isSigningInput } from './signing-input.ts'

const base64 = (text: string) => Buffer.from(text).toString('base64')
const header = Buffer.from('{"alg":"HS256","kid":"sgk_1"}').toString('base64url')
const isRefusedByNode = (userId: string) => {
  try {
    return !userHash(userId, 'a secret')
  } catch {
    return true
  }
}

describe('a user id', () => {
  it.each([
    `${header}.eyJzdWIiOiJ2aWN0aW0ifQ`,
    `${header}.`,
    `${header.slice(0, 6)}\n ${header.slice(6)}.eyJzdWIiOiJ2aWN0aW0ifQ`,
    `${base64('{"alg":"HS256", "kid":"sgk_1"}')}.eyJzdWIiOiJ2aWN0aW0ifQ`,
    `${base64('\uFEFF{"alg":"HS256"}')}.eyJzdWIiOiJ2aWN0aW0ifQ`,
    `${base64(' { } ')}.x`,
  ])('that a token could be signed over has no hash: %j', (userId) => {
    expect(isSigningInput(userId)).toBe(true)
    expect(isRefusedByNode(userId)).toBe(true)
  })

  it.each([
    '4711',
    'lena@acme.example',
    'lena.okafor',
    'eyJhbGciOiJIUzI1NiJ9',
    `${header}.eyJzdWIiOiJ2aWN0aW0ifQ.x`,
    'MQ.x', // 1
    'W10.x', // []
    'bnVsbA.x', // null
    '.',
    'f81d4fae-7dec-11d0-a765-00a0c91e6bf6',
  ])('of any other kind has one: %j', (userId) => {
    expect(isSigningInput(userId)).toBe(false)
    expect(isRefusedByNode(userId)).toBe(false)
  })
})
