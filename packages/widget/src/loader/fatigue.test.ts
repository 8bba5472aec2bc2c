import { beforeEach, expect, it } from 'vitest'
import { mayAsk, rememberShown } from './fatigue.ts'
import { createMemory } from './memory.ts'

const dayMs = 86_400_000
const start = Date.parse('2026-03-01T09:00:00Z')
const memory = createMemory('pk_test', () => true)
const quarterly = { id: 'srv_quarterly', repeatAfterDays: 90 }
const once = { id: 'srv_once', repeatAfterDays: null }

beforeEach(() => localStorage.clear())

it('asks somebody who was never asked', () => {
  expect(mayAsk(memory, quarterly, start)).toBe(true)
})

it('asks again only after the days that the survey wants', () => {
  rememberShown(memory, quarterly.id, start)

  expect(mayAsk(memory, quarterly, start + 90 * dayMs - 1)).toBe(false)
  expect(mayAsk(memory, quarterly, start + 90 * dayMs)).toBe(true)
})

it('never asks the same question twice that is to be asked once', () => {
  rememberShown(memory, once.id, start)

  expect(mayAsk(memory, once, start + 3650 * dayMs)).toBe(false)
})

it('leaves seven days between any two surveys', () => {
  rememberShown(memory, quarterly.id, start)

  expect(mayAsk(memory, once, start + 7 * dayMs - 1)).toBe(false)
  expect(mayAsk(memory, once, start + 7 * dayMs)).toBe(true)
})

it('does not wait for a time that a wrong clock wrote far ahead', () => {
  rememberShown(memory, quarterly.id, start + 365 * dayMs)

  expect(mayAsk(memory, quarterly, start)).toBe(true)
})
