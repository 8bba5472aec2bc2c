type Heard = { name: string; baseShare: number; answerShare: number }

/** A plan or a tenure, with its people and its answers. */
type Counted = { name: string; base: number; answers: number }

// A part stands out when its share of answers is a quarter off its share of people, and by at least five points:
// less than that changes no score that anyone would act on.
const offBy = { ratio: 1.25, points: 0.05 }

type Uneven = { over: Heard | null; under: Heard | null }

/** The parts that are heard most above and most below their size. Shares are of all people and answers. */
export function unevenlyHeard(parts: Counted[]): Uneven {
  const people = parts.reduce((sum, { base }) => sum + base, 0)
  const said = parts.reduce((sum, { answers }) => sum + answers, 0)
  if (people === 0 || said === 0) return { over: null, under: null }
  const heard = parts
    .map(({ name, base, answers }) => ({ name, baseShare: base / people, answerShare: answers / said }))
    .sort((a, b) => excess(b) - excess(a))
  const most = heard.at(0)
  const least = heard.at(-1)
  return {
    over: most && standsOut(most.answerShare, most.baseShare) ? most : null,
    under: least && standsOut(least.baseShare, least.answerShare) ? least : null,
  }
}

/** Of a plan and a tenure that both stand out, those whose share is furthest off. */
export const strongest = (cuts: Uneven[]): Uneven => ({
  over: furthest(cuts.map(({ over }) => over)),
  under: furthest(cuts.map(({ under }) => under)),
})

const furthest = (heard: (Heard | null)[]): Heard | null =>
  heard.filter((each) => each !== null).toSorted((a, b) => Math.abs(excess(b)) - Math.abs(excess(a)))[0] ?? null

const excess = ({ answerShare, baseShare }: Heard): number => answerShare - baseShare

const standsOut = (larger: number, smaller: number): boolean =>
  larger - smaller >= offBy.points && larger >= smaller * offBy.ratio
