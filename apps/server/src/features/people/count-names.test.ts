import fc from 'fast-check'
import { expect, it } from 'vitest'
import { countNames } from './count-names.ts'

const counted = (names: Iterable<string>, mostCounted?: number) => {
  const counts = countNames(mostCounted)
  for (const name of names) counts.add(name)
  return counts
}

it('names the commonest first, ties by name, and says whether these are all', () => {
  const { commonest } = counted(['b', 'c', 'a', 'c', 'd', 'c', 'd'])

  expect(commonest(3)).toEqual({ names: ['c', 'd', 'a'], areAll: false })
  expect(commonest(4)).toEqual({ names: ['c', 'd', 'a', 'b'], areAll: true })
})

it('has none of nothing', () => {
  expect(counted([]).commonest(3)).toEqual({ names: [], areAll: true })
})

it('keeps whatever makes up more than one in so many, however many names there are and in whatever order', () => {
  const manyOfFew = fc.array(fc.constantFrom(...'abcdefgh'), { maxLength: 60 })
  fc.assert(
    fc.property(manyOfFew, fc.integer({ min: 1, max: 8 }), (names, most) => {
      const { names: found, areAll } = counted(names, most).commonest(8)
      const times = (name: string) => names.filter((other) => other === name).length
      const frequent = [...new Set(names)].filter((name) => times(name) > names.length / (most + 1))

      expect(found.length).toBeLessThanOrEqual(most)
      expect(found).toEqual(expect.arrayContaining(frequent))
      expect(areAll).toBe(new Set(names).size <= most)
    }),
  )
})
