import { answersIn, answerVariance, type NpsCounts } from './nps.ts'

/** Below this no margin of a score holds. */
export const fewestAnswers = 12
/** From here on the margin promises 93.5 to 96.5 %; below it 92 to 98.5 %. */
const manyAnswers = 40

/**
 * Whether the margin of an NPS keeps its promise on answers like these, so that a screen may show it: it covers the truth in
 * 93.5 to 96.5 % of surveys from 40 answers up, and in 92 to 98.5 % from 12. If not, say "too few answers".
 *
 * A score moves in steps (a person more or less), so a margin can only be as exact as the steps are fine. Asked for are
 * - 12 answers,
 * - 8 answers outside of the largest group (3 below 40 answers),
 * - from 40 answers, a variance of promoters − detractors, in people, of 6 or more, without the part of the base that has
 *   answered. Where fewer than 3 are passive the score moves by two, so 24.
 * The numbers were chosen by counting all possible surveys of 800 kinds of base and size; `pnpm bench` checks them anew.
 *
 * Once everybody answered there is no margin to keep a promise; but a score of less than a dozen people moves by so much with
 * each of them that it says little of what comes, so they are too few all the same.
 *
 * @param base how many people could have answered; left out: unknown or without end
 */
export function enoughAnswers(counts: NpsCounts, base?: number): boolean {
  const answers = answersIn(counts)
  if (answers === 0) return false
  return (base !== undefined && answers >= Math.max(base, fewestAnswers)) || holds(counts, answers, base)
}

/**
 * How many more answers of the same mix {@link enoughAnswers} waits for: 0 when there are enough, and at most all who are
 * left. While all agree it is a guess, as if the next one disagreed by half.
 */
export function answersMissing(counts: NpsCounts, base?: number): number {
  if (enoughAnswers(counts, base)) return 0

  const answers = answersIn(counts)
  const most = base === undefined ? mostMissing : Math.max(0, base - answers)
  const mix = answers === 0 ? someMix : withDissent(counts)
  for (let more = 1; more < most; more++) if (holds(mix, answers + more, base)) return more
  return most
}

/** More is as good as never: twelve who all agree wait for 188. */
const mostMissing = 2_000
/** Of nobody's answers nothing is known, so let them be mixed. */
const someMix: NpsCounts = { promoters: 5, passives: 3, detractors: 2 }

/** Half an answer more outside of the one group, if there is only one. */
function withDissent(counts: NpsCounts): NpsCounts {
  const { promoters, passives, detractors } = counts
  if (Math.max(promoters, passives, detractors) < answersIn(counts)) return counts
  const orSome = (count: number) => count || 0.25
  return { promoters: orSome(promoters), passives: orSome(passives), detractors: orSome(detractors) }
}

/** The rule for so many answers of this mix. */
function holds(counts: NpsCounts, answers: number, base: number | undefined): boolean {
  if (answers < fewestAnswers) return false

  const times = answers / answersIn(counts)
  const largest = Math.max(counts.promoters, counts.passives, counts.detractors)
  const others = (answersIn(counts) - largest) * times
  if (answers < manyAnswers) return others >= 3

  const unseen = base === undefined ? 1 : 1 - answers / base
  const steps = (unseen * answers * answerVariance(counts)) / 10_000 / (counts.passives * times < 3 ? 4 : 1)
  return others >= 8 && steps >= 6
}
