import { type NpsCounts, shareWithMargin } from '../src/index.ts'

type Margin = { low: number; high: number }
const z = 1.959963984540054

const sharesOf = ({ promoters, passives, detractors }: NpsCounts, more: number) => {
  const answers = promoters + passives + detractors + 4 * more
  return { answers, plus: (promoters + more) / answers, minus: (detractors + more) / answers }
}

/** Towards the score by √(1 − n / N). */
const shrunk = (score: number, { low, high }: Margin, answers: number, base: number): Margin => {
  const correction = Math.sqrt(Math.max(0, 1 - answers / base))
  return { low: 100 * (score + (low - score) * correction), high: 100 * (score + (high - score) * correction) }
}

const wald = (counts: NpsCounts, base: number, more: number): Margin => {
  const { answers, plus, minus } = sharesOf(counts, 0)
  const adjusted = sharesOf(counts, more)
  const centre = adjusted.plus - adjusted.minus
  const margin = z * Math.sqrt(Math.max(0, adjusted.plus + adjusted.minus - centre ** 2) / adjusted.answers)
  return shrunk(plus - minus, { low: centre - margin, high: centre + margin }, answers, base)
}

/** Newcombe's hybrid of two Wilson intervals with the correlation of shares of one sample. */
const hybrid = (counts: NpsCounts, base: number): Margin => {
  const { answers, plus, minus } = sharesOf(counts, 0)
  const a = shareWithMargin(counts.promoters, answers)
  const b = shareWithMargin(counts.detractors, answers)
  if (a === null || b === null) throw new Error('nobody answered')
  const spread = Math.sqrt(plus * (1 - plus) * minus * (1 - minus))
  const correlation = spread > 0 ? (-plus * minus) / spread : 0
  const added = (one: number, other: number) => Math.sqrt(one ** 2 + other ** 2 - 2 * correlation * one * other)
  const score = plus - minus
  const low = score - added(plus - a.low, b.high - minus)
  return shrunk(score, { low, high: score + added(a.high - plus, minus - b.low) }, answers, base)
}

/** Ways that npsFigure could have taken, for comparison. */
export const otherNpsMargins: Record<string, (counts: NpsCounts, base: number) => Margin> = {
  'Wald, no pseudo-answers': (counts, base) => wald(counts, base, 0),
  'adjusted Wald, three pseudo-answers': (counts, base) => wald(counts, base, 0.75),
  'adjusted Wald, four pseudo-answers': (counts, base) => wald(counts, base, 1),
  'hybrid of two Wilson intervals': hybrid,
}
