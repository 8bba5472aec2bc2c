import { describe, expect, it } from 'vitest'
import { measureDeflection } from '../bench/deflection-simulation.ts'
import { claimOf, deflectionDifference } from './deflection.ts'

/** So many people, each with these tickets. */
const times = (people: number, tickets: number): number[] => Array.from({ length: people }, () => tickets)

describe('what suggestions spare', () => {
  it('is tickets a person without them, less tickets a person with them', () => {
    const shown = [...times(68, 0), ...times(22, 1), ...times(10, 2)]
    const heldOut = [...times(12, 0), ...times(12, 1), ...times(6, 2)]

    const { difference, ...arms } = deflectionDifference(shown, heldOut)

    expect(arms.shown).toMatchObject({ people: 100, tickets: 42, rate: { value: 0.42 } })
    expect(arms.heldOut).toMatchObject({ people: 30, tickets: 24, rate: { value: 0.8 } })
    // With SciPy: a quarter of a person at either end, then 0.3747 ± 2.0159 · 0.1527 with 43.6 degrees of freedom.
    expect(difference).toMatchObject({ value: expect.closeTo(0.38), verdict: 'fewer' })
    expect(difference?.low).toBeCloseTo(0.06691, 5)
    expect(difference?.high).toBeCloseTo(0.68246, 5)
    expect(difference && claimOf(difference, 1_000).value).toBeCloseTo(380)
  })

  it('is as sure of one ticket at most as Welch’s interval of two means', () => {
    const { difference } = deflectionDifference(
      [...times(500, 0), ...times(500, 1)],
      [...times(50, 0), ...times(50, 1)],
    )

    // 1.9806 · √(0.25 / 999 + 0.25 / 99), with 119.9 degrees of freedom
    expect(difference?.high).toBeCloseTo(0.1044, 2)
    expect(difference?.verdict).toBe('chance')
  })

  it('takes a person who files five tickets for one person', () => {
    const five = deflectionDifference(
      [...times(100, 0), ...times(100, 5)],
      [...times(15, 0), ...times(15, 5)],
    ).difference
    const one = deflectionDifference(
      [...times(100, 0), ...times(100, 1)],
      [...times(15, 0), ...times(15, 1)],
    ).difference

    expect(five?.high).toBeGreaterThan(4.8 * (one?.high ?? Infinity))
  })

  it('may be more than a ticket a person, and no rate is below none', () => {
    const { shown, heldOut, difference } = deflectionDifference(
      [...times(95, 0), ...times(5, 1)],
      [...times(5, 0), ...times(10, 2), ...times(15, 4)],
    )

    expect(heldOut.rate).toMatchObject({ value: expect.closeTo(8 / 3) })
    expect(heldOut.rate?.high).toBeGreaterThan(3)
    expect(difference?.value).toBeCloseTo(8 / 3 - 0.05)
    expect(difference?.high).toBeGreaterThan(3)
    expect(shown.rate?.low).toBeGreaterThan(0)
    expect(deflectionDifference([...times(40, 0), ...times(1, 3)], []).shown.rate?.low).toBe(0)
  })

  it('has a width where all people of a side are alike', () => {
    const { shown, heldOut } = deflectionDifference(times(50, 0), times(50, 1))

    expect(shown.rate).toMatchObject({ value: 0, low: 0 })
    expect(shown.rate?.high).toBeGreaterThan(0.02)
    expect(heldOut.rate?.low).toBeLessThan(0.98)
    expect(heldOut.rate?.high).toBeGreaterThanOrEqual(1)
  })

  it('says that suggestions make more tickets, where they do', () => {
    const { difference } = deflectionDifference(
      [...times(100, 1), ...times(100, 0)],
      [...times(10, 1), ...times(190, 0)],
    )

    expect(difference).toMatchObject({ value: expect.closeTo(-0.45), verdict: 'more' })
  })

  it('is not known of too few people, and not where nearly all file equally many', () => {
    const usual = [...times(50, 0), ...times(50, 1)]

    expect(deflectionDifference(usual, times(19, 1))).toMatchObject({ difference: null, missing: 'too_few_people' })
    expect(deflectionDifference(usual, [])).toMatchObject({ missing: 'too_few_people', heldOut: { rate: null } })
    for (const alike of [
      [...times(4, 0), ...times(96, 1)],
      [...times(96, 0), ...times(2, 1), ...times(2, 3)],
    ])
      expect(deflectionDifference(usual, alike)).toMatchObject({ difference: null, missing: 'too_alike' })
    for (const unlike of [
      [...times(5, 0), ...times(95, 1)],
      [...times(60, 1), ...times(40, 2)],
    ])
      expect(deflectionDifference(usual, unlike).missing).toBeNull()
  })
})

describe('its margin', () => {
  const runs = 400
  // Three standard deviations of the share of 400 runs where 95 % hold. `pnpm bench` looks closer.
  const slack = 3 * Math.sqrt((0.95 * 0.05) / runs)

  it.each([
    { people: 300, base: 0.5, likeness: 0.3, effect: 0.3 },
    { people: 500, base: 0.2, likeness: 0, effect: 0.4 },
    { people: 1_000, base: 0.8, likeness: 0.7, effect: 0.2 },
    { people: 2_000, base: 0.4, likeness: 0.3, effect: 0, busyFile: true },
  ])('holds a true effect in about 95 of 100 runs: $people people, $base tickets a request', (kind) => {
    const { covered, shown } = measureDeflection({ holdOutShare: 0.1, requests: [1, 6], ...kind }, runs, 4_747)

    expect(shown).toBeGreaterThan(0.9)
    expect(covered).toBeGreaterThan(0.95 - slack)
    expect(covered).toBeLessThan(0.95 + slack)
  })

  it('holds that none was spared where all ask again and file, though a request ends with a ticket less often', () => {
    const kind = { people: 500, holdOutShare: 0.2, requests: [1, 3], base: 0.6, likeness: 0.3 } as const

    const { covered, perRequest } = measureDeflection({ ...kind, effect: 0.5, askAgain: 1 }, runs, 4_747)

    expect(perRequest).toBeGreaterThan(0.1)
    expect(covered).toBeGreaterThan(0.95 - slack)
    expect(covered).toBeLessThan(0.95 + slack)
  })
})
