import { expect, it } from 'vitest'
import { hashesIn, idHash } from './id-hash.ts'
import { placeIndex } from './place-index.ts'

const idOf = (i: number) => `ppl_${(i * 7_919).toString(36).padStart(21, '0')}`

it('hashes ids in one text as it hashes each', () => {
  const ids = Array.from({ length: 300 }, (_, i) => idOf(i))

  expect([...hashesIn(ids.join(' '))]).toEqual(ids.map(idHash))
  expect(hashesIn('')).toHaveLength(0)
})

it('finds the places of many hashes as it finds each', () => {
  const index = placeIndex()
  // As many as the index has room for, so that many stand elsewhere than where they would.
  for (let i = 0; i < 8_000; i++) index.add(idHash(idOf(i)))
  const wanted = Float64Array.from({ length: 10_000 }, (_, i) => idHash(idOf(2 * i)))

  const places = index.placesOf(wanted)

  expect([...places]).toEqual([...wanted].map(index.placeOf))
  expect(places.filter((place) => place >= 0)).toHaveLength(4_000)
})
