import { expect, it } from 'vitest'
import { createEngineMemory } from './engine-memory.ts'

/** Of 200 documents: some 17 MB. */
const engine = (name: string) => ({ name, documents: { size: 200 }, known: { size: 0 } })
const mostBytes = 40 * 2 ** 20

const kept = (memory: ReturnType<typeof memoryOf>) =>
  ['a', 'b', 'c'].filter((name) => memory.peek(name) !== undefined).join('')
const memoryOf = (names: string[]) => {
  const memory = createEngineMemory<ReturnType<typeof engine>>(mostBytes)
  for (const name of names) memory.put(name, engine(name))
  return memory
}

it('lets go of the engine that was not asked for longest', () => {
  const memory = memoryOf(['a', 'b'])
  memory.take('a')

  memory.put('c', engine('c'))

  expect(kept(memory)).toBe('ac')
})

it('keeps an engine while something goes on with it, and lets go of it then', async () => {
  const memory = memoryOf(['a', 'b'])
  const ends: (() => void)[] = []
  const work = () => new Promise<void>((resolve) => void ends.push(resolve))
  const working = [memory.during('a', work), memory.during('a', work), memory.during('b', work)]

  memory.put('c', engine('c'))
  ends[0]?.()
  await working[0]
  const meanwhile = kept(memory)
  ends[1]?.()
  await working[1]

  expect(meanwhile).toBe('abc')
  expect(kept(memory)).toBe('bc')
  ends[2]?.()
})

it('keeps the engine that was asked last, whatever it takes', () => {
  const memory = createEngineMemory<ReturnType<typeof engine>>(0)

  memory.put('a', engine('a'))
  memory.put('b', engine('b'))

  expect(kept(memory)).toBe('b')
  expect(memory.hasRoom()).toBe(false)
})

it('keeps all engines that fit', () => {
  const memory = memoryOf(['a', 'b'])

  expect(kept(memory)).toBe('ab')
  expect(memory.hasRoom()).toBe(true)
})
