/** Who stands behind something: accounts and single people, each one voice. */
export type Voices = {
  /** How many. */
  count: number
  /** What all of them weigh together, none less than `least`. */
  total: number
  /** What the heaviest weigh, falling; at least {@link heaviestNeeded} of them, or all there are. */
  heaviest: readonly number[]
}

/** How many of the heaviest voices decide where the cap lies: fewer than 1 / share can lie above it. */
export const heaviestNeeded = (share: number): number => Math.ceil(1 / share)

/**
 * What all voices weigh together once none of them weighs more than a share of that sum.
 *
 * Weights w₁ ≥ w₂ ≥ … are cut at the highest cap t for which t ≤ share · Σ min(wᵢ, t). With R_k for what all but the k heaviest
 * weigh, the sum at that cap is the smallest of R_k / (1 − k · share) over all k < 1 / share: the sum that the heaviest k would
 * have to fill up with a share each. k = 0 is the plain sum, which it stays where nobody is too heavy.
 *
 * Fewer voices than 1 / share cannot all keep to the share, as one of nine has a ninth at the least. They count alike, each
 * with the least weight, so that another vote never lowers the score.
 *
 * @param share 0 < share ≤ 1
 * @param least the smallest weight of a voice, in the unit of the weights
 */
export function balancedScore({ count, total, heaviest }: Voices, share: number, least: number): number {
  let [rest, score] = [total, total]
  for (const [at, weight] of heaviest.entries()) {
    const left = 1 - (at + 1) * share
    if (left <= rounding) break
    rest = Math.max(0, rest - weight)
    score = Math.min(score, rest / left)
  }
  return Math.max(score, count * least)
}

/** 1 − 10 · 0.1 is not quite 0. */
const rounding = 1e-9
