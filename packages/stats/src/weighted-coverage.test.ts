import { describe, expect, it } from 'vitest'
import { postStratify } from './post-stratify.ts'
import { randomFrom } from './random.ts'

/** Shares of promoters, passives and detractors. */
type Mix = readonly [number, number, number]
type Part = { base: number; answers: number; mix: Mix }

const surveys = 2_000
// Three standard deviations of the share of 2,000 surveys where 93 % hold.
const slack = 3 * Math.sqrt((0.93 * 0.07) / surveys)

const even = (mix: Mix): Part[] => [
  { base: 500, answers: 20, mix },
  { base: 500, answers: 20, mix },
]
const uneven = (mix: Mix): Part[] => [
  { base: 500, answers: 30, mix },
  { base: 50, answers: 10, mix },
]
const manyAnswered = (mix: Mix): Part[] => [
  { base: 60, answers: 20, mix },
  { base: 60, answers: 20, mix },
]

const peopleOf = ({ base, mix }: Part) => {
  const [passives, detractors] = [Math.round(base * mix[1]), Math.round(base * mix[2])]
  return { promoters: base - passives - detractors, passives, detractors }
}

/** Draws the answers from the people, without putting them back. */
function ask(part: Part, random: () => number) {
  const left = peopleOf(part)
  const counts = { promoters: 0, passives: 0, detractors: 0 }
  for (let answered = 0; answered < part.answers; answered++) {
    const at = random() * (part.base - answered)
    const group = at < left.promoters ? 'promoters' : at < left.promoters + left.passives ? 'passives' : 'detractors'
    left[group]--
    counts[group]++
  }
  return { base: part.base, counts }
}

function measure(parts: Part[]) {
  const random = randomFrom(2_026)
  const people = parts.map(peopleOf)
  const sum = (values: number[]) => values.reduce((total, value) => total + value, 0)
  const truth =
    (100 * sum(people.map(({ promoters, detractors }) => promoters - detractors))) / sum(parts.map(({ base }) => base))
  const margins = Array.from({ length: surveys }, () => postStratify(parts.map((part) => ask(part, random))))
  return {
    covered: margins.filter((margin) => margin && margin.low <= truth && truth <= margin.high).length / surveys,
    withoutWidth: margins.filter((margin) => margin?.low === margin?.high).length,
  }
}

describe('the margin of a weighted NPS', () => {
  it.each([
    ['nearly all promoters', even([0.95, 0.05, 0])],
    ['the others detractors', even([0.95, 0, 0.05])],
    ['half promoters', even([0.5, 0.5, 0])],
    ['an uneven base', uneven([0.95, 0.05, 0])],
    ['an uneven base, the others detractors', uneven([0.95, 0, 0.05])],
    ['an uneven base, mixed', uneven([0.5, 0.3, 0.2])],
    ['a third of the base', manyAnswered([0.95, 0, 0.05])],
    ['a third of the base, mixed', manyAnswered([0.5, 0.3, 0.2])],
  ] as const)('holds the truth and has a width: %s', (_, parts) => {
    const { covered, withoutWidth } = measure(parts)

    expect(covered).toBeGreaterThan(0.93 - slack)
    expect(withoutWidth).toBe(0)
  })
})
