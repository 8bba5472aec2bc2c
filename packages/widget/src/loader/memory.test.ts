import { afterEach, expect, it, vi } from 'vitest'
import { createMemory } from './memory.ts'

const yes = () => true

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

it('keeps what the key says apart from other keys, across pages', () => {
  createMemory('pk_one', yes).set('waiting', 2)

  expect(createMemory('pk_one', yes).get('waiting')).toBe(2)
  expect(createMemory('pk_two', yes).get('waiting')).toBeUndefined()
})

it('keeps things for as long as the page lasts where the browser refuses storage', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  const memory = createMemory('pk_one', yes)

  memory.set('shown', { srv_1: 1 })

  expect(memory.get('shown')).toEqual({ srv_1: 1 })
})

it('reads nothing from a record that is not JSON', () => {
  localStorage.setItem('heed:pk_one', '{')

  expect(createMemory('pk_one', yes).get('shown')).toBeUndefined()
})

it('keeps nothing in the browser before it may, and brings along what it knows once it may', () => {
  let may = false
  const memory = createMemory('pk_one', () => may)
  memory.set('waiting', 1)
  expect(memory.get('waiting')).toBe(1)
  expect(localStorage).toHaveLength(0)

  may = true
  memory.settle()

  expect(createMemory('pk_one', yes).get('waiting')).toBe(1)
})

it('reads nothing that stands in the browser while it may not', () => {
  createMemory('pk_one', yes).set('waiting', 1)

  expect(createMemory('pk_one', () => false).get('waiting')).toBeUndefined()
})

it('forgets everything in the browser, and still knows one name in this page', () => {
  const memory = createMemory('pk_one', yes)
  memory.set('shown', { srv_1: 1 })
  memory.set('visitor:u1', { token: 't' })

  memory.clear('shown')

  expect(localStorage).toHaveLength(0)
  expect(memory.get('shown')).toEqual({ srv_1: 1 })
  expect(memory.get('visitor:u1')).toBeUndefined()
})
