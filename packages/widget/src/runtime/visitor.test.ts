import { beforeEach, expect, it } from 'vitest'
import { createMemory } from '../loader/memory.ts'
import { createVisitor } from './visitor.ts'

const memory = createMemory('pk_test', () => true)

beforeEach(() => localStorage.clear())

it('makes a token of 32 random bytes in base64url and keeps it', () => {
  const token = createVisitor(memory, 'u1').token()

  expect(token).toMatch(/^[A-Za-z0-9_-]{43}$/)
  expect(createVisitor(memory, 'u1').token()).toBe(token)
})

it('gives every user of one browser, and the anonymous one, a token of their own', () => {
  const tokens = ['u1', 'u2', ''].map((user) => createVisitor(memory, user).token())

  expect(new Set(tokens).size).toBe(3)
})

it('keeps drafts apart by user and forgets them one by one', () => {
  const first = createVisitor(memory, 'u1')
  first.keepDraft('ticket', { text: 'My export is empty' })
  first.keepDraft('message:tkt_1', 'July')

  expect(createVisitor(memory, 'u2').draft('ticket')).toBeUndefined()
  first.keepDraft('ticket', undefined)
  expect(first.draft('ticket')).toBeUndefined()
  expect(createVisitor(memory, 'u1').draft('message:tkt_1')).toBe('July')
})

it('does not bring a forgotten visitor back when the server answers late', () => {
  const visitor = createVisitor(memory, 'u1')
  const token = visitor.token()
  memory.set('visitor:u1', undefined)

  visitor.keepSaid('mark', token)

  expect(visitor.said()).toBeUndefined()
})
