import { type Figure, npsScale, type Scale } from './figure.ts'
import { clamp, finitePopulationCorrection } from './margin.ts'
import { drawTowards, meanFigure, pseudoAnswers } from './mean.ts'
import { npsGroup } from './nps.ts'
import { t95 } from './quantiles.ts'
import { summarise } from './summary.ts'

/** What one person said, and for which account. For NPS `value` is {@link npsValue} of the score. */
export type AccountAnswer = { account: string; value: number }

/** A figure over accounts: `answers` is how many accounts were heard, `people` how many people spoke for them. */
export type AccountFigure = Figure & { people: number; effectiveAccounts: number }

/** One account's voice: the mean of what its people said. */
export type AccountVoice = { account: string; value: number; people: number }

/** An NPS score, 0 … 10, as it counts: +100, 0 or −100. */
export const npsValue = (score: number): number => ({ promoter: 100, passive: 0, detractor: -100 })[npsGroup(score)]

/** One voice for each account, in the order in which they were first heard. */
export function accountVoices(answers: readonly AccountAnswer[]): AccountVoice[] {
  const heard = new Map<string, { total: number; people: number }>()
  for (const { account, value } of answers) {
    const voice = heard.get(account) ?? { total: 0, people: 0 }
    heard.set(account, { total: voice.total + value, people: voice.people + 1 })
  }
  return [...heard].map(([account, { total, people }]) => ({ account, value: total / people, people }))
}

/**
 * The figure with accounts as the unit: each account is one voice, the mean of its people's answers, however many spoke.
 *
 * - Without `weightOf` accounts count alike: mean of the voices with a t margin, as {@link meanFigure} says.
 * - With it, such as spend, an account counts for as much: Σ w · v / Σ w, a ratio of totals with accounts as the unit, whose
 *   linearised standard error is √((1 − m / M) · m / (m − 1) · Σ (w · (v − figure))²) / Σ w (Cochran, Sampling Techniques,
 *   3rd ed., 1977, § 6.3; Lumley, Complex Surveys, 2010, § 2.2), with a t quantile for Kish's effective number of accounts, and
 *   {@link pseudoAnswers} as for a mean. Accounts that weigh nothing are left out.
 *
 * @param weightOf what an account counts for, 0 or more
 * @param base M, how many accounts there are
 * @param scale of the answers; left out: NPS, −100 … 100
 * @returns null where no account that counts was heard
 */
export function byAccount(
  answers: readonly AccountAnswer[],
  options: { weightOf?: ((account: string) => number) | undefined; base?: number | undefined; scale?: Scale } = {},
): AccountFigure | null {
  const { weightOf, base, scale = npsScale } = options
  const voices = accountVoices(answers)
  if (weightOf) return ratioFigure(voices, (voice) => weightOf(voice.account), scale, base)

  const figure = meanFigure(summarise(voices.map(({ value }) => ({ value, answers: 1 }))), scale, base)
  return figure && { ...figure, people: answers.length, effectiveAccounts: voices.length }
}

function ratioFigure(
  voices: readonly AccountVoice[],
  weightOf: (voice: AccountVoice) => number,
  scale: Scale,
  base: number | undefined,
): AccountFigure | null {
  const counted = voices
    .map((voice) => ({ value: voice.value, people: voice.people, weight: weightOf(voice) }))
    .filter(({ weight }) => weight > 0)
  const total = sum(counted.map(({ weight }) => weight))
  if (total === 0) return null

  const { lowest, highest } = scale
  const value = clamp(sum(counted.map((voice) => (voice.weight / total) * voice.value)), lowest, highest)
  const effectiveAccounts = 1 / sum(counted.map(({ weight }) => (weight / total) ** 2))

  // As in meanFigure: some of an account of middling weight at either end of the scale.
  const accounts = counted.length + 2 * pseudoAnswers
  const usual = total / counted.length
  const whole = usual * accounts
  const centre = (total * value + pseudoAnswers * usual * (lowest + highest)) / whole
  const squaredErrors =
    sum(counted.map((voice) => (voice.weight * (voice.value - centre)) ** 2)) +
    pseudoAnswers * usual ** 2 * ((lowest - centre) ** 2 + (highest - centre) ** 2)
  const margin =
    (t95(Math.max(1, effectiveAccounts - 1)) * Math.sqrt((accounts / (accounts - 1)) * squaredErrors)) / whole
  return {
    value,
    ...drawTowards(value, centre, margin, finitePopulationCorrection(counted.length, base), scale),
    answers: counted.length,
    people: sum(counted.map((voice) => voice.people)),
    effectiveAccounts,
  }
}

const sum = (values: number[]): number => values.reduce((total, value) => total + value, 0)
