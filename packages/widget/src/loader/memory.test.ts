import { afterEach, expect, it, vi } from 'vitest'
import { createMemory } from './memory.ts'

afterEach(() => {
  vi.restoreAllMocks()
  localStorage.clear()
})

it('keeps what the key says apart from other keys, across pages', () => {
  createMemory('pk_one').set('waiting', 2)

  expect(createMemory('pk_one').get('waiting')).toBe(2)
  expect(createMemory('pk_two').get('waiting')).toBeUndefined()
})

it('keeps things for as long as the page lasts where the browser refuses storage', () => {
  vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
    throw new DOMException('denied', 'SecurityError')
  })
  const memory = createMemory('pk_one')

  memory.set('shown', { srv_1: 1 })

  expect(memory.get('shown')).toEqual({ srv_1: 1 })
})

it('reads nothing from a record that is not JSON', () => {
  localStorage.setItem('heed:pk_one:shown', '{')

  expect(createMemory('pk_one').get('shown')).toBeUndefined()
})
