import { describe, expect, it } from 'vitest'
import { measureDeflection } from '../bench/deflection-simulation.ts'
import { type ArmPerson, claimOf, deflectionDifference } from './deflection.ts'

const times = (count: number, person: ArmPerson): ArmPerson[] => Array.from({ length: count }, () => person)
const once = (tickets: number) => ({ requests: 1, tickets })

describe('what suggestions spare', () => {
  it('is tickets a request without them, less tickets a request with them', () => {
    const shown = [...times(60, once(0)), ...times(20, once(1)), ...times(10, { requests: 2, tickets: 1 })]
    const heldOut = [...times(12, once(0)), ...times(18, once(1))]

    const { difference, ...arms } = deflectionDifference(shown, heldOut)

    expect(arms.shown).toMatchObject({ people: 90, requests: 100, tickets: 30, rate: { share: 0.3 } })
    expect(arms.heldOut).toMatchObject({ people: 30, requests: 30, tickets: 18, rate: { share: 0.6 } })
    expect(difference).toMatchObject({ value: expect.closeTo(0.3), verdict: 'fewer' })
    expect(difference?.low).toBeGreaterThan(0.09)
    expect(difference?.low).toBeLessThan(0.12)
    expect(difference && claimOf(difference, 1_000).value).toBeCloseTo(300)
  })

  it('is as sure with people who ask once as Welch’s interval of two means', () => {
    const shown = [...times(500, once(0)), ...times(500, once(1))]
    const heldOut = [...times(50, once(0)), ...times(50, once(1))]

    const { difference } = deflectionDifference(shown, heldOut)

    // 1.9806 · √(0.25 / 999 + 0.25 / 99), with 119.9 degrees of freedom
    expect(difference?.high).toBeCloseTo(0.1044, 2)
    expect(difference?.verdict).toBe('chance')
  })

  it('takes a person who asks five times for one person', () => {
    const five = (tickets: number) => ({ requests: 5, tickets })
    const busy = deflectionDifference(
      [...times(100, five(0)), ...times(100, five(5))],
      [...times(15, five(0)), ...times(15, five(5))],
    ).difference
    const many = deflectionDifference(
      [...times(500, once(0)), ...times(500, once(1))],
      [...times(75, once(0)), ...times(75, once(1))],
    ).difference

    expect(busy?.high).toBeGreaterThan(2 * (many?.high ?? Infinity))
  })

  it('says that suggestions make more tickets, where they do', () => {
    const { difference } = deflectionDifference(
      [...times(100, once(1)), ...times(100, once(0))],
      [...times(10, once(1)), ...times(190, once(0))],
    )

    expect(difference).toMatchObject({ value: expect.closeTo(-0.45), verdict: 'more' })
  })

  it('is not known of too few people, and not where nearly all end alike', () => {
    const usual = [...times(50, once(0)), ...times(50, once(1))]

    expect(deflectionDifference(usual, times(19, once(1)))).toMatchObject({
      difference: null,
      missing: 'too_few_people',
    })
    expect(deflectionDifference(usual, [])).toMatchObject({ missing: 'too_few_people', heldOut: { rate: null } })
    const alike = [...times(4, once(0)), ...times(96, once(1))]
    expect(deflectionDifference(usual, alike)).toMatchObject({ difference: null, missing: 'too_few_ends' })
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
})
