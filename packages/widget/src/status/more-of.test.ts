import { beforeEach, expect, it } from 'vitest'
import type { HostClaim } from '../loader/link.ts'
import { createMemory } from '../loader/memory.ts'
import { testConfig } from '../loader/testing.ts'
import { moreOf } from './more-of.ts'

const memory = createMemory('pk_test', () => true)
const config = testConfig([
  { id: 'srv_1', kind: 'nps', version: 1, texts: {}, trigger: { delayMs: 0 }, repeatAfterDays: 90 },
])
const visit = { watch: { events: new Set<string>() }, kept: () => ({}) }
const stateOf = (person: HostClaim, signedOnly = false, awake = true) =>
  moreOf(
    { identified: true, waiting: 0 },
    { config: { ...config, ...(signedOnly && { signedOnly }) }, memory, person, visit: awake ? visit : undefined },
  )

beforeEach(() => localStorage.clear())

it.each([
  [{}, {}, 'anonymous'],
  [{ userId: 'u1' }, {}, 'claimed'],
  [{ userId: 'u1', token: 'a.b.c' }, {}, 'pending'],
  [{ userId: 'u1', userHash: 'aa' }, { untilMs: Date.now() + 60_000 }, 'signed'],
  [{ userId: 'u1', token: 'a.b.c' }, { untilMs: Date.now() - 1 }, 'pending'],
  [{ userId: 'u1', token: 'a.b.c' }, { fault: 'refused' }, 'refused'],
  [{ userId: 'u1', token: 'a.b.c' }, { fault: 'token_unavailable' }, 'token_unavailable'],
  [{ userId: 'u1' }, { fault: 'expired' }, 'expired'],
])('says of %j with %j: %s', (claim, signature, identity) => {
  memory.set('visitor:u1', { token: 't', signature })

  const status = stateOf(claim)

  expect(status.identity).toBe(identity)
  expect(status.words.identity).toBeTruthy()
  expect(status.surveys).toEqual({ srv_1: 'armed' })
})

it('says that nobody unsigned is asked where the workspace wants signatures', () => {
  const status = stateOf({ userId: 'u1' }, true)

  expect(status).toMatchObject({ identity: 'required', surveys: { srv_1: 'not_signed' } })
  expect(status.words.srv_1).toContain('signed')
  expect(stateOf({ userId: 'u1', token: 'a.b.c' }, true)).toMatchObject({ surveys: { srv_1: 'armed' } })
})

it('says of no survey why, while the widget rests after a reset', () => {
  expect(stateOf({}, false, false)).toMatchObject({ identity: 'anonymous', surveys: {} })
})
