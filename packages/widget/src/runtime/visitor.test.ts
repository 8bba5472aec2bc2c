import { beforeEach, expect, it } from 'vitest'
import { createMemory } from '../loader/memory.ts'
import { createVisitor, draftOf, keepDraft, keepSaid } from './visitor.ts'

const memory = createMemory('pk_test', () => true)

beforeEach(() => localStorage.clear())

it('makes a token of the shape that the server takes and keeps it', () => {
  const token = createVisitor(memory, 'u1').token()

  expect(token).toMatch(/^[a-z0-9]{43}$/)
  expect(createVisitor(memory, 'u1').token()).toBe(token)
})

it('gives every user of one browser, and the anonymous one, a token of their own', () => {
  const tokens = ['u1', 'u2', ''].map((user) => createVisitor(memory, user).token())

  expect(new Set(tokens).size).toBe(3)
})

it('keeps drafts apart by user and forgets them one by one', () => {
  const first = createVisitor(memory, 'u1')
  keepDraft(first, 'ticket', { text: 'My export is empty' })
  keepDraft(first, 'message:tkt_1', 'July')

  expect(draftOf(createVisitor(memory, 'u2'), 'ticket')).toBeUndefined()
  keepDraft(first, 'ticket', undefined)
  expect(draftOf(first, 'ticket')).toBeUndefined()
  expect(draftOf(createVisitor(memory, 'u1'), 'message:tkt_1')).toBe('July')
})

it('does not bring a forgotten visitor back when the server answers late', () => {
  const visitor = createVisitor(memory, 'u1')
  const token = visitor.token()
  memory.set('visitor:u1', undefined)

  keepSaid(visitor, 'mark', token)

  expect(visitor.kept().said).toBeUndefined()
})
