import { expect, it } from 'vitest'
import { subjectOf } from './subject-of.ts'

const tokenOf = (payload: string) => `e30.${Buffer.from(payload).toString('base64url')}.c2ln`

it('reads whose token it is', () => {
  expect(subjectOf(tokenOf('{"sub":"u1","aud":"wsp_1"}'))).toBe('u1')
  // Base64url has characters of its own for these.
  expect(subjectOf(tokenOf('{"sub":"?>~u~>?","x":"ÿþ"}'))).toBe('?>~u~>?')
})

it.each(['', 'token', 'a.b.c', '..', tokenOf('[]'), tokenOf('{"sub"')])('knows nobody by %j', (token) => {
  expect(subjectOf(token)).toBeUndefined()
})
