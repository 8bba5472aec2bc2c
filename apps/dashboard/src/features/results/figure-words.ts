import type { DistributionPart, Figure, Measure, SurveyResult } from '@heed/contracts'
import { fewestAnswers } from '@heed/stats'
import { locale } from '../../locales/locale.ts'
import { text } from '../../locales/text.ts'
import { formatNps, formatShare } from '../../ui/numbers.ts'

const words = text.results

/** Measures that come as a figure. */
export type Measured = Exclude<Measure, 'text'>

/** Lowest and highest value there may be. */
export const rangeOf: Record<Measured, readonly [number, number]> = {
  nps: [-100, 100],
  csat: [0, 100],
  ces: [1, 7],
  rating: [1, 5],
  reaction: [0, 100],
  choices: [0, 100],
}

/** A figure with all its parts. */
export type Known = { value: number; low: number; high: number; answers: number }

export const known = ({ value, low, high, answers }: Figure): Known | null =>
  value === null || low === null || high === null ? null : { value, low, high, answers }

/** Whether a part of the answers is enough to be drawn; below it a figure is noise, and only counted. */
export const isEnough = ({ answers, value }: Figure): boolean => answers >= fewestAnswers && value !== null
export const missingOf = ({ answers }: Figure): number => Math.max(0, fewestAnswers - answers)

const mean = new Intl.NumberFormat(locale, { minimumFractionDigits: 1, maximumFractionDigits: 1 })
const isMean = (measure: Measured) => rangeOf[measure][1] < 100

/** A value in its unit: 31, 62 %, 4.3. */
export const formatValue = (measure: Measured, value: number): string =>
  measure === 'nps' ? formatNps(value) : isMean(measure) ? mean.format(value) : formatShare(value / 100)

/** The option that a figure of choices is the share of. */
export const topOption = (distribution: DistributionPart[]): string | undefined =>
  distribution.toSorted((a, b) => b.answers - a.answers)[0]?.label ?? undefined

/** "NPS 31", "62 % satisfied", "62 % chose “Invoices”". */
const measured = (measure: Measured, value: string, option: string | undefined): string =>
  measure === 'choices' && option !== undefined ? words.measures.chose(value, option) : words.measures[measure](value)

/**
 * "NPS 31, between 22 and 40"; null where nobody answered. An estimate is never said without its margin, nor with one where
 * all answered who could.
 */
export function figureInWords(measure: Measured, figure: Figure, option?: string): string | null {
  const whole = known(figure)
  if (!whole) return null
  const { value, low, high } = whole
  const said = measured(measure, formatValue(measure, value), option)
  return low === high ? words.exact(said) : words.between(said, formatValue(measure, low), formatValue(measure, high))
}

/** "22 to 40" */
export const marginInWords = (measure: Measured, { low, high }: Known): string =>
  words.range(formatValue(measure, low), formatValue(measure, high))

/** Answers of people, or the accounts that answered: what a figure counts. */
export const voicesInWords = (count: number, unit: SurveyResult['unit']): string =>
  unit === 'people' ? words.answers(count) : words.accounts(count)

export const baseInWords = (count: number, unit: SurveyResult['unit']): string =>
  unit === 'people' ? words.people(count) : words.accounts(count)

/** The size of a change, without its direction: "8 points", "0.4". */
export function changeInWords(measure: Measured, change: number): string {
  const size = Math.abs(change)
  if (isMean(measure)) return mean.format(size)
  const rounded = formatNps(size)
  return Math.round(size) === 1 ? words.cuts.point(rounded) : words.cuts.points(rounded)
}

/** Either end of a change, with its sign. */
export const formatChange = (measure: Measured, change: number): string =>
  isMean(measure) ? mean.format(change).replace('-', '−') : formatNps(change)
