import { expect, it } from 'vitest'
import { newId } from './new-id.ts'

it('makes ids of the shape that the server takes, each new', () => {
  const made = Array.from({ length: 10_000 }, () => newId('rsp'))

  expect(new Set(made).size).toBe(made.length)
  for (const id of made.slice(0, 100)) expect(id).toMatch(/^rsp_[0-9a-z]{21}$/)
})

it('uses every digit about equally often', () => {
  const counts = new Map<string, number>()
  for (let made = 0; made < 5000; made++) {
    for (const digit of newId('msg').slice(-12)) counts.set(digit, (counts.get(digit) ?? 0) + 1)
  }

  expect(counts.size).toBe(36)
  for (const count of counts.values()) expect(count / ((5000 * 12) / 36)).toBeGreaterThan(0.8)
})
