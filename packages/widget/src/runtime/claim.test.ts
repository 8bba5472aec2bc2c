import { expect, it } from 'vitest'
import { markOf, readyClaim } from './claim.ts'

it('leaves out what is null, as many hosts send it', () => {
  const claim = { userId: 'u1', email: null, traits: { seats: 3 } } as unknown as Parameters<typeof readyClaim>[0]

  expect(readyClaim(claim)).toEqual({ userId: 'u1', traits: { seats: 3 } })
})

it('has nothing to say of somebody of whom nothing was said', () => {
  expect(readyClaim({})).toBeUndefined()
})

it('marks two different claims differently and equal ones alike', () => {
  expect(markOf({ userId: 'u1', name: 'Mara' })).toBe(markOf({ userId: 'u1', name: 'Mara' }))
  expect(markOf({ userId: 'u1', name: 'Mara' })).not.toBe(markOf({ userId: 'u1', name: 'Maria' }))
})
