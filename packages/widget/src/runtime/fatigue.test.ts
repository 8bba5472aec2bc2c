import { beforeEach, expect, it } from 'vitest'
import { createMemory } from '../loader/memory.ts'
import { rememberShown, tiredOf } from './fatigue.ts'

const dayMs = 86_400_000
const start = Date.parse('2026-03-01T09:00:00Z')
const memory = createMemory('pk_test', () => true)
const quarterly = { id: 'srv_quarterly', repeatAfterDays: 90 }
const once = { id: 'srv_once', repeatAfterDays: null }
const standard = { restDays: 7, laterDays: 10, mostASession: 1 }
const restless = { ...standard, restDays: 0, mostASession: 2 }

type Survey = { id: string; repeatAfterDays: number | null }
const tired = (survey: Survey, at: number, rule = standard) => tiredOf(memory, rule, survey, at)

beforeEach(() => localStorage.clear())

it('asks somebody who was never asked', () => {
  expect(tired(quarterly, start)).toBeUndefined()
})

it('asks again only after the days that the survey wants', () => {
  rememberShown(memory, quarterly.id, start)

  expect(tired(quarterly, start + 90 * dayMs - 1)).toBe('asked_recently')
  expect(tired(quarterly, start + 90 * dayMs)).toBeUndefined()
})

it('never asks the same question twice that is to be asked once', () => {
  rememberShown(memory, once.id, start)

  expect(tired(once, start + 3650 * dayMs)).toBe('asked_recently')
})

it('leaves the days of the workspace between any two surveys', () => {
  rememberShown(memory, quarterly.id, start)

  expect(tired(once, start + 7 * dayMs - 1)).toBe('resting')
  expect(tired(once, start + 7 * dayMs)).toBeUndefined()
  expect(tired(once, start + 7 * dayMs, { ...standard, restDays: 30 })).toBe('resting')
})

it('asks sooner whoever wanted to be asked later, once, and not within the rest', () => {
  rememberShown(memory, once.id, start)
  memory.set('later', { [once.id]: start + 1000 })

  expect(tired(once, start + 10 * dayMs - 1)).toBe('asked_recently')
  expect(tired(once, start + 10 * dayMs)).toBeUndefined()
  expect(tired(once, start + 10 * dayMs, { ...standard, restDays: 11 })).toBe('resting')

  rememberShown(memory, once.id, start + 11 * dayMs)
  expect(tired(once, start + 100 * dayMs)).toBe('asked_recently')
})

it('shows no more in a session than the workspace allows', () => {
  rememberShown(memory, 'srv_one', start)
  expect(tired(quarterly, start + 1000, restless)).toBeUndefined()

  rememberShown(memory, 'srv_two', start + 1000)

  expect(tired(quarterly, start + 2000, restless)).toBe('session_full')
  expect(tired(quarterly, start + dayMs / 2, restless)).toBeUndefined()
})

it('does not wait for a time that a wrong clock wrote far ahead', () => {
  rememberShown(memory, quarterly.id, start + 365 * dayMs)

  expect(tired(quarterly, start)).toBeUndefined()
})
