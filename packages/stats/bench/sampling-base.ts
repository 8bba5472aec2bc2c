import { randomFrom } from '../src/random.ts'
import type { SamplingCell } from '../src/sampling/propose-strata.ts'
import { proposeSpendCuts, spendBand } from '../src/sampling/spend-bands.ts'
import { normal, pick, shuffle } from './sampling-random.ts'

/** Somebody of the base, with what a survey cannot know beforehand. */
export type Member = {
  key: string
  cell: SamplingCell
  /** +100, 0 or −100, what they would answer. */
  answer: number
  /** Whether they answer once asked. */
  answers: boolean
  /** Chance to come by on a working day. */
  comesBy: number
}

const plans = [
  ['free', 0.42],
  ['starter', 0.3],
  ['growth', 0.2],
  ['enterprise', 0.08],
] as const
const tenures = [
  ['0-89', 0.2],
  ['90-179', 0.15],
  ['180-364', 0.25],
  ['365+', 0.4],
] as const

/** How loud each is, 0 … 1; the mean of the three, stretched to 0 … 1, makes a cell's loudness. */
const loudness: Record<string, number> = {
  free: 0.1,
  starter: 0,
  growth: 0.6,
  enterprise: 1,
  '0-89': 0,
  '90-179': 0.2,
  '180-364': 0.5,
  '365+': 1,
  none: 0,
  low: 0.1,
  middle: 0.5,
  high: 1,
}
const usualPrice: Record<string, number> = { starter: 2_900, growth: 14_900, enterprise: 89_900 }

/**
 * A made-up base. The quietest cell answers in 10 % of cases and has an NPS around −30; the loudest in 36 % and around +40;
 * cells between lie between, each off its line by chance (12 points). Loud cells also come by more often. And within a
 * cell, promoters answer and come by a little more readily than others, which no stratum can see.
 */
export function makeBase(size: number, seed: number, eagerness = 0.03): Member[] {
  const random = randomFrom(seed)
  const traits = Array.from({ length: size }, () => {
    const plan = pick(random, plans)
    const price = usualPrice[plan] ?? 0
    return { plan, tenureBand: pick(random, tenures), spendMinor: Math.round(price * Math.exp(0.5 * normal(random))) }
  })
  const cuts = proposeSpendCuts(traits.map(({ spendMinor }) => spendMinor))
  const cells = new Map<string, { cell: SamplingCell; loud: number; score: number }>()
  return traits.map(({ plan, tenureBand, spendMinor }, index) => {
    const band = spendBand(spendMinor, cuts)
    const key = `${plan} ${tenureBand} ${band}`
    const known = cells.get(key) ?? makeCell(random, { plan, tenureBand, spendBand: band })
    cells.set(key, known)
    const { cell, loud, score } = known
    const answer = drawAnswer(random, score)
    const eager = answer > 0 ? 1 + eagerness : 1
    return {
      key: `ppl_${index}`,
      cell,
      answer,
      answers: random() < 0.1 * (1 + 2.6 * loud) * eager,
      comesBy: Math.min(0.95, 0.15 * (1 + loud) * eager * Math.exp(0.9 * normal(random))),
    }
  })
}

function makeCell(random: () => number, cell: { plan: string; tenureBand: string; spendBand: string }) {
  const parts = Object.values(cell).map((band) => loudness[band] ?? 0)
  const mean = parts.reduce((total, part) => total + part, 0) / parts.length
  const loud = 1 / (1 + Math.exp(-10 * (mean - 0.5)))
  return { cell, loud, score: -30 + 70 * loud + 12 * normal(random) }
}

function drawAnswer(random: () => number, score: number): number {
  const passives = 0.3
  const bounded = Math.max(-65, Math.min(65, score)) / 100
  const promoters = (1 - passives + bounded) / 2
  const drawn = random()
  if (drawn < promoters) return 100
  return drawn < promoters + passives ? 0 : -100
}

/** Who comes by, day after day from a Monday, in a new order each day; at weekends a quarter as many do. */
export function visitsOf(base: readonly Member[], days: number, seed: number): Member[][] {
  const random = randomFrom(seed)
  return Array.from({ length: days }, (_, day) => {
    const traffic = day % 7 >= 5 ? 0.25 : 1
    return shuffle(
      base.filter(({ comesBy }) => random() < comesBy * traffic),
      random,
    )
  })
}
