import type { CutPart, SurveyResult } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { changeInWords, formatChange, type Measured, voicesInWords } from './figure-words.ts'

const words = text.results.cuts.verdict

type Held = { part: Pick<CutPart, 'against' | 'figure'>; measure: Measured; unit: SurveyResult['unit'] }

/** A part held against all others, in a plain sentence: "up 8 points, but with 41 answers that can be chance". */
export function verdictInWords({ part: { against, figure }, measure, unit }: Held): string {
  if (against === null) return figure.answers === 0 ? words.tooFew : words.alone
  const { change, low, high, verdict } = against
  const size = changeInWords(measure, change)
  const answers = voicesInWords(figure.answers, unit)
  switch (verdict) {
    case 'too_few':
      return words.tooFew
    case 'up':
      return words.up(size, formatChange(measure, low), formatChange(measure, high))
    case 'down':
      return words.down(size, formatChange(measure, -high), formatChange(measure, -low))
    case 'chance':
      if (formatChange(measure, change) === formatChange(measure, 0)) return words.same(answers)
      return change > 0 ? words.chanceUp(size, answers) : words.chanceDown(size, answers)
  }
}
