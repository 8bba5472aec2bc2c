import type { Figure, SurveyResult } from '@heed/contracts'
import { describeSegment, type Writing } from '@heed/segments'
import { type Difference, difference } from '@heed/stats'
import { text } from '../../locales/text.ts'
import { changeInWords, formatChange, known, type Measured, voicesInWords } from './figure-words.ts'
import type { Side } from './other-side.ts'
import { spanInWords } from './period-words.ts'

const words = text.results.comparison

/** What a side is called: its days, its customers or its version. */
export function sideName(side: Side, writing: Writing): string {
  switch (side.kind) {
    case 'periods':
      return spanInWords(side)
    case 'segments':
      return describeSegment(side.segment, writing).join(' · ') || words.everyone
    case 'versions':
      return text.results.controls.versionNumber(side.version)
  }
}

type Compared = { figure: Figure; enough: boolean }
type Chosen = Pick<SurveyResult, 'distribution' | 'raw' | 'measure'>

/** Of choices, the id of the option that a figure is the share of; null where nobody chose. */
export const optionOf = ({ distribution }: Pick<Chosen, 'distribution'>): string | null =>
  distribution.toSorted((a, b) => b.answers - a.answers).find(({ answers }) => answers > 0)?.value ?? null

/**
 * The figure of a side by one option, because a figure of choices is of whatever was chosen most there: two of them would
 * tell of different things. Any other measure is its own.
 */
export function figureBy(option: string | null, { distribution, raw, measure }: Chosen): Figure {
  if (measure !== 'choices' || option === null) return raw
  const share = distribution.find(({ value }) => value === option)?.share
  if (!share) return { value: null, low: null, high: null, answers: raw.answers }
  return { value: share.share * 100, low: share.low * 100, high: share.high * 100, answers: raw.answers }
}

/** One figure less the other, with its margin; null where a side has none. */
export function differenceOf(own: Compared, other: Compared): Difference | null {
  const [to, from] = [known(own.figure), known(other.figure)]
  return from && to ? difference(from, to, own.enough && other.enough) : null
}

type Said = {
  measure: Measured
  unit: SurveyResult['unit']
  /** Names of the sides. */
  own: string
  other: string
  /** Of the side with fewer. */
  answers: number
}

/** The difference in a plain sentence: "Growth is 8 points above Starter, but with 41 answers that can be chance." */
export function differenceInWords(gap: Difference | null, { measure, unit, own, other, answers }: Said): string {
  if (gap === null) return words.noAnswers
  const size = changeInWords(measure, gap.change)
  const few = voicesInWords(answers, unit)
  switch (gap.verdict) {
    case 'too_few':
      return words.tooFew
    case 'up':
      return words.up(own, other, size, formatChange(measure, gap.low), formatChange(measure, gap.high))
    case 'down':
      return words.down(own, other, size, formatChange(measure, -gap.high), formatChange(measure, -gap.low))
    case 'chance':
      if (formatChange(measure, gap.change) === formatChange(measure, 0)) return words.same(own, other, few)
      return gap.change > 0 ? words.chanceUp(own, other, size, few) : words.chanceDown(own, other, size, few)
  }
}
