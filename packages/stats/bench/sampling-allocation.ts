import { randomFrom } from '../src/random.ts'
import { allocate, designEffect } from '../src/sampling/allocate.ts'
import { pick } from './sampling-random.ts'

/** Twelve strata of 50,000 people, from a third of them down to 1 in 250, and what a tenth of them thinks. */
const sizes = [17_000, 11_000, 7_500, 5_000, 3_300, 2_200, 1_500, 1_000, 600, 450, 250, 200]
const strata = sizes.map((base, index) => ({
  key: String.fromCharCode(97 + index),
  base,
  responseRate: 0.2,
  mix: { promoters: 0.25 + 0.04 * ((index * 5) % 9), passives: 0.3 },
}))

type Rule = (wanted: number) => Map<string, number>

/** Shares by a power of the base (Bankier 1988): 1 proportional, ½ by the square root, 0 equal. */
const power =
  (exponent: number): Rule =>
  (wanted) =>
    allocate(
      // Scaled up, so that none is bounded by what it can give.
      strata.map(({ key, base }) => ({ key, base: 1e6 * base ** exponent, responseRate: 1 })),
      wanted,
      { minimum: 0 },
    )
const floor =
  (minimum: number): Rule =>
  (wanted) =>
    allocate(strata, wanted, { minimum })

export const rules: Record<string, Rule> = {
  proportional: floor(0),
  'at least 5': floor(5),
  'at least 10': floor(10),
  'at least 20': floor(20),
  'power ¾': power(0.75),
  'square root': power(0.5),
  equal: power(0),
}

/** Root mean square errors in points over so many surveys: of the weighted whole, of strata on average, and of the worst. */
export function compareRule(rule: Rule, { wanted, rounds, seed }: { wanted: number; rounds: number; seed: number }) {
  const random = randomFrom(seed)
  const quotas = rule(wanted)
  const base = sum(sizes)
  const truth = sum(strata.map((stratum) => (stratum.base / base) * scoreOf(stratum.mix)))
  let whole = 0
  const squares = strata.map(() => 0)
  for (let round = 0; round < rounds; round++) {
    const means = strata.map(({ key, mix }) => meanOf(quotas.get(key) ?? 0, mix, random))
    // A stratum of which nothing is heard is taken for the mean of the others.
    const heard = strata.flatMap((stratum, index) => {
      const mean = means[index] ?? null
      return mean === null ? [] : [{ base: stratum.base, mean }]
    })
    const estimate = sum(heard.map((one) => one.base * one.mean)) / sum(heard.map((one) => one.base))
    whole += (estimate - truth) ** 2 / rounds
    for (const [index, { mix }] of strata.entries()) {
      squares[index] = (squares[index] ?? 0) + ((means[index] ?? estimate) - scoreOf(mix)) ** 2 / rounds
    }
  }
  return {
    smallestQuota: Math.min(...quotas.values()),
    designEffect: designEffect(strata, quotas),
    whole: Math.sqrt(whole),
    inStrata: Math.sqrt(sum(squares) / squares.length),
    worst: Math.sqrt(Math.max(...squares)),
  }
}

type Mix = { promoters: number; passives: number }

const scoreOf = ({ promoters, passives }: Mix): number => 100 * (2 * promoters + passives - 1)

function meanOf(answers: number, { promoters, passives }: Mix, random: () => number): number | null {
  if (answers === 0) return null
  const choices = [
    [100, promoters],
    [0, passives],
    [-100, 1 - promoters - passives],
  ] as const
  let total = 0
  for (let answer = 0; answer < answers; answer++) total += pick(random, choices)
  return total / answers
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
