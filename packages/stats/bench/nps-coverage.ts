import { enoughAnswers, type NpsCounts, npsFigure, randomFrom } from '../src/index.ts'

/** Shares of promoters, passives and detractors in the base, in percent. */
export type Mix = readonly [promoters: number, passives: number, detractors: number]

/** A base of so many people with such a mix, of whom so many answer. */
export type CoverageCell = { mix: Mix; base: number; answers: number }

/**
 * What became of the simulated surveys, as shares of them: `covered`, the margin held the truth; `shown`, there were enough
 * answers to show it; `misled`, it was shown and did not hold the truth.
 */
export type Coverage = CoverageCell & { covered: number; shown: number; misled: number }

/** What a margin of 95 % may be off by. */
export const promiseOf = (answers: number): { from: number; to: number } =>
  answers >= 40 ? { from: 0.935, to: 0.965 } : { from: 0.92, to: 0.985 }

/** Holds a surveys' margins against the truth of the base they were drawn from, without replacement, each with an even chance. */
export function measureCoverage(
  cell: CoverageCell,
  surveys: number,
  seed: number,
  marginOf: (counts: NpsCounts, base: number) => { low: number | null; high: number | null } = npsFigure,
): Coverage {
  const random = randomFrom(seed)
  const base = peopleOf(cell)
  const truth = npsFigure(base).score ?? 0
  const verdicts = new Map<number, { covers: boolean; enough: boolean }>()
  const judge = (counts: NpsCounts) => {
    const key = counts.promoters * (cell.answers + 1) + counts.detractors
    const known = verdicts.get(key)
    if (known) return known
    const { low, high } = marginOf(counts, cell.base)
    const covers = low !== null && high !== null && low - 1e-7 <= truth && truth <= high + 1e-7
    const verdict = { covers, enough: enoughAnswers(counts, cell.base) }
    verdicts.set(key, verdict)
    return verdict
  }

  let covered = 0
  let shown = 0
  let misled = 0
  for (let survey = 0; survey < surveys; survey++) {
    const { covers, enough } = judge(draw(base, cell, random))
    if (covers) covered++
    if (enough) shown++
    if (enough && !covers) misled++
  }
  return { ...cell, covered: covered / surveys, shown: shown / surveys, misled: misled / surveys }
}

function peopleOf({ mix: [promotersPercent, , detractorsPercent], base }: CoverageCell): NpsCounts {
  const promoters = Math.round((base * promotersPercent) / 100)
  const detractors = Math.round((base * detractorsPercent) / 100)
  return { promoters, detractors, passives: base - promoters - detractors }
}

/** One person after the other out of those who are left. */
function draw(base: NpsCounts, { answers, base: people }: CoverageCell, random: () => number): NpsCounts {
  const counts = { promoters: 0, passives: 0, detractors: 0 }
  for (let asked = 0; asked < answers; asked++) {
    const place = random() * (people - asked)
    const promotersLeft = base.promoters - counts.promoters
    if (place < promotersLeft) counts.promoters++
    else if (place < promotersLeft + base.detractors - counts.detractors) counts.detractors++
    else counts.passives++
  }
  return counts
}
