import { expect, it, vi } from 'vitest'
import { markOf, readyClaim } from './claim.ts'

it('leaves out what is null, as many hosts send it', () => {
  const claim = { userId: 'u1', email: null, traits: { seats: 3 } } as unknown as Parameters<typeof readyClaim>[0]

  expect(readyClaim(claim)).toEqual({ userId: 'u1', traits: { seats: 3 } })
})

it('writes dates as they are meant, whatever the host page makes of them', () => {
  const born = (createdAt: Date) => ({ userId: 'u1', createdAt }) as unknown as Parameters<typeof readyClaim>[0]
  const toJson = vi.spyOn(Date.prototype, 'toJSON').mockReturnValue('"as Prototype.js has it"')

  const ready = readyClaim(born(new Date('2024-02-01T00:00:00Z')))
  toJson.mockRestore()

  expect(ready).toEqual({ userId: 'u1', createdAt: '2024-02-01T00:00:00.000Z' })
  expect(readyClaim(born(new Date(Number.NaN)))).toEqual({ userId: 'u1' })
})

it('has nothing to say of somebody of whom nothing was said', () => {
  expect(readyClaim({})).toBeUndefined()
})

it('marks two different claims differently and equal ones alike', () => {
  expect(markOf({ userId: 'u1', name: 'Mara' })).toBe(markOf({ userId: 'u1', name: 'Mara' }))
  expect(markOf({ userId: 'u1', name: 'Mara' })).not.toBe(markOf({ userId: 'u1', name: 'Maria' }))
})
