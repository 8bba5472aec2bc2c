import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { randomFrom } from '../random.ts'
import { askNow, type StratumState } from './ask-now.ts'
import { inSample } from './draw.ts'

const state = (changes: Partial<StratumState> = {}): StratumState => ({
  ...{ base: 1_000, asked: 0, answered: 0, wanted: 40, responseRate: 0.2 },
  ...changes,
})

const someState = fc
  .record({
    base: fc.nat(5_000),
    asked: fc.nat(5_000),
    answered: fc.nat(500),
    wanted: fc.nat(500),
    pending: fc.nat(50),
    cameBy: fc.nat(5_000),
  })
  .chain((counts) =>
    fc.double({ min: 0.001, max: 1, noNaN: true }).map((responseRate) => ({ ...counts, responseRate })),
  )
const someTime = fc.double({ min: 0, max: 1, noNaN: true })

type Traffic = { base: number; wanted: number; comesBy: number; weekend?: number; counted?: boolean; seed?: number }

/**
 * Two weeks of a stratum whose people come by more or less often, and of whom every fifth asked answers.
 * Per day: the answers at its end, and the lowest and highest share of it.
 */
function survey({ base, wanted, comesBy, weekend = 0.25, counted = true, seed = 7 }: Traffic) {
  const random = randomFrom(seed)
  const people = Array.from({ length: base }, (_, index) => ({
    key: `ppl_${index}`,
    comesBy: Math.min(0.95, comesBy * Math.exp(2 * random() - 1)),
  }))
  const came = new Set<string>()
  const asked = new Set<string>()
  const days = Array.from({ length: 14 }, (_, day) => {
    const traffic = day % 7 >= 5 ? weekend : 1
    const shares: number[] = []
    for (const [place, { key }] of people.filter((person) => random() < person.comesBy * traffic).entries()) {
      came.add(key)
      if (asked.has(key)) continue
      const now = (day + place / (base * comesBy)) / 14
      const answered = Math.floor(asked.size / 5)
      const share = askNow(
        state({ base, wanted, asked: asked.size, answered, ...(counted ? { cameBy: came.size } : {}) }),
        now,
      )
      shares.push(share)
      if (inSample(key, 'svy_1', 0, share)) asked.add(key)
    }
    return { answered: Math.floor(asked.size / 5), lowest: Math.min(...shares), highest: Math.max(...shares) }
  })
  return { days, came: came.size }
}

describe('the share to ask now', () => {
  it('is nothing where the quota is full, or those just asked can be expected to fill it', () => {
    expect(askNow(state({ asked: 190, answered: 40 }), 0.5)).toBe(0)
    expect(askNow(state({ asked: 190, answered: 36, pending: 20 }), 0.99)).toBe(0)
    expect(askNow(state({ asked: 190, answered: 36, pending: 19 }), 0.99)).toBeGreaterThan(0)
    expect(askNow(state({ wanted: 0 }), 0.5)).toBe(0)
  })

  it('is nothing where everybody was asked', () => {
    expect(askNow(state({ base: 90, asked: 90, answered: 3 }), 0.5)).toBe(0)
    expect(askNow(state({ base: 0 }), 0.5)).toBe(0)
  })

  it('is small at first, larger where answers are behind, and waits where they are ahead', () => {
    const begin = askNow(state(), 0)
    const onPace = askNow(state({ asked: 100, answered: 20 }), 0.5)
    const behind = askNow(state({ asked: 50, answered: 10 }), 0.5)
    const ahead = askNow(state({ asked: 180, answered: 36 }), 0.5)

    expect(begin).toBeGreaterThan(0)
    expect(begin).toBeLessThan(onPace)
    expect(onPace).toBeLessThan(behind)
    expect(ahead).toBe(0)
  })

  it('opens wide at the end where much is missing', () => {
    expect(askNow(state({ asked: 100, answered: 5 }), 1)).toBe(1)
    expect(askNow(state({ asked: 100, answered: 5 }), 1.5)).toBe(1)
  })

  it('is wider where fewer come by', () => {
    const thin = askNow(state({ asked: 80, answered: 16, cameBy: 200 }), 0.5)
    const busy = askNow(state({ asked: 80, answered: 16, cameBy: 900 }), 0.5)

    expect(thin).toBeGreaterThan(busy)
  })

  it('stays within 0 and 1, and never falls as time passes with nothing else happening', () => {
    fc.assert(
      fc.property(someState, someTime, someTime, (some, one, other) => {
        const { cameBy: _, ...uncounted } = some
        const [earlier, later] = [Math.min(one, other), Math.max(one, other)]

        for (const share of [askNow(some, one), askNow(some, other)]) expect(share >= 0 && share <= 1).toBe(true)
        expect(askNow(uncounted, later)).toBeGreaterThanOrEqual(askNow(uncounted, earlier))
      }),
    )
  })
})

describe('a quota over two weeks', () => {
  it.each([
    // Off an even pace by so many answers of 100 at most: a weekend's are 16.
    ['a busy stratum', 12, { base: 2_000, wanted: 100, comesBy: 0.6 }],
    ['a busy stratum whose visits nobody counts', 12, { base: 2_000, wanted: 100, comesBy: 0.6, counted: false }],
    ['one that rests at weekends', 17, { base: 2_000, wanted: 100, comesBy: 0.4, weekend: 0.02 }],
    ['one where half have to be asked', 12, { base: 1_000, wanted: 100, comesBy: 0.4 }],
    ['one where few come by', 14, { base: 4_000, wanted: 100, comesBy: 0.05 }],
  ])('is filled at an even pace in %s', (_, off, traffic) => {
    const { days } = survey(traffic)

    for (const [day, { answered }] of days.entries()) {
      const even = 100 * Math.min(1, (day + 1) / 14 / 0.9)
      expect(Math.abs(answered - even)).toBeLessThan(off)
    }
    expect(days.at(-1)?.answered).toBeGreaterThanOrEqual(97)
    expect(days.at(-1)?.answered).toBeLessThanOrEqual(100)
  })

  it('does not swing between asking nobody and asking everybody', () => {
    const { days } = survey({ base: 4_000, wanted: 200, comesBy: 0.6, weekend: 1 })

    const rising = days.slice(1, 12)
    for (const [index, { lowest, highest }] of rising.entries()) {
      expect(highest - lowest).toBeLessThan(0.06)
      expect(lowest).toBeGreaterThan((rising[index - 1]?.lowest ?? 0) - 0.01)
    }
  })

  it('is filled as far as people come by, where too few do', () => {
    const { days, came } = survey({ base: 400, wanted: 70, comesBy: 0.02 })

    expect(days.at(-1)?.highest).toBe(1)
    expect(days.at(-1)?.answered).toBeGreaterThan((came / 5) * 0.6)
  })
})
