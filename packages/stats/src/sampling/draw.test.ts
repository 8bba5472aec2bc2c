import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { inSample, sampleDraw } from './draw.ts'

const people = Array.from({ length: 100_000 }, (_, index) => `ppl_${index}`)

/** Pearson's statistic of counts against the same count everywhere. */
const chiSquare = (counts: number[]) => {
  const expected = counts.reduce((total, count) => total + count, 0) / counts.length
  return counts.reduce((total, count) => total + (count - expected) ** 2 / expected, 0)
}

/** How many draws fall into each cell of a square of 10 by 10. */
const squareOf = (first: (person: string) => number, second: (person: string) => number) => {
  const counts = Array.from({ length: 100 }, () => 0)
  for (const person of people) {
    const cell = Math.floor(first(person) * 10) * 10 + Math.floor(second(person) * 10)
    counts[cell] = (counts[cell] ?? 0) + 1
  }
  return counts
}

// 99.9 % quantile of the chi-square distribution with 99 degrees of freedom.
const beyondChance = 148.2

describe('the draw of a person', () => {
  it.each([
    ['ppl_1', 'svy_1', 0, 3_498_796_146],
    ['ppl_1', 'svy_1', 1, 2_472_353_300],
    ['ppl_2', 'svy_1', 0, 2_369_158_588],
    ['ppl_1', 'svy_2', 0, 2_729_755_040],
    ['Žofie', 'svy_1', 0, 4_098_032_968],
  ])('of %s in %s, wave %i, stays what it is', (person, survey, wave, drawn) => {
    // Reckoned by another implementation. Another number would tear running samples apart.
    expect(sampleDraw(person, survey, wave) * 2 ** 32).toBe(drawn)
  })

  it('is even over 0 to 1, though ids follow each other', () => {
    const counts = Array.from({ length: 100 }, () => 0)
    for (const person of people) {
      const bin = Math.floor(sampleDraw(person, 'svy_1', 0) * 100)
      counts[bin] = (counts[bin] ?? 0) + 1
    }

    expect(counts).toHaveLength(100)
    expect(chiSquare(counts)).toBeLessThan(beyondChance)
  })

  it.each([
    ['the wave before', 'svy_1', 1],
    ['the tenth wave after', 'svy_1', 10],
    ['another survey', 'svy_2', 0],
    ['a survey of quite another id', 'svy_Zk8dPq01', 0],
  ])('has nothing to do with that of %s', (_, survey, wave) => {
    const counts = squareOf(
      (person) => sampleDraw(person, 'svy_1', 0),
      (person) => sampleDraw(person, survey, wave),
    )

    expect(chiSquare(counts)).toBeLessThan(beyondChance)
  })

  it('has nothing to do with that of the next id', () => {
    const counts = squareOf(
      (person) => sampleDraw(person, 'svy_1', 0),
      (person) => sampleDraw(`${person}0`, 'svy_1', 0),
    )

    expect(chiSquare(counts)).toBeLessThan(beyondChance)
  })
})

describe('a sample', () => {
  it('keeps everybody when the share grows', () => {
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.nat(20),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (person, survey, wave, share) => {
          const wasIn = inSample(person, survey, wave, share)

          expect(inSample(person, survey, wave, share)).toBe(wasIn)
          if (wasIn) expect(inSample(person, survey, wave, (share + 1) / 2)).toBe(true)
        },
      ),
    )
  })

  it('holds nobody at 0 and everybody at 1', () => {
    expect(people.filter((person) => inSample(person, 'svy_1', 0, 0))).toEqual([])
    expect(people.filter((person) => !inSample(person, 'svy_1', 0, 1))).toEqual([])
  })
})
