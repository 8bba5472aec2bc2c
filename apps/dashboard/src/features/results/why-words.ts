import type { CutPart, SurveyCut, SurveyResult } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { formatShare } from '../../ui/numbers.ts'
import { formatValue, type Measured } from './figure-words.ts'
import { dimensionName, partName } from './part-words.ts'
import { strongest, unevenlyHeard } from './unevenly-heard.ts'

const words = text.results.why

/** The two cuts that answers are weighted by; undefined while they are on the way. */
export type WeighedBy = { plan: SurveyCut | undefined; tenure: SurveyCut | undefined }

/** Why raw and weighted differ, why they do not, or why there is no weighted figure, in sentences. */
export function whyInWords(
  { measure, raw, weighted, weightedMissing }: SurveyResult,
  { plan, tenure }: WeighedBy,
  currency: string,
): string[] {
  if (raw.value === null || measure === 'text') return []
  if (weighted === null || weighted.value === null) return weightedMissing ? [words.missing[weightedMissing]] : []
  if (!plan || !tenure) return []

  const { over, under } = strongest([plan, tenure].map((cut) => heardIn(cut, currency)))
  const agree = sameFigure(measure, raw.value, weighted.value)
  const uncovered = weighted.coveredShare < 0.995 ? [words.uncovered(formatShare(1 - weighted.coveredShare))] : []
  const how = weighted.method === 'raked' ? [words.raked] : []
  if (!over && !under) return [agree ? words.inProportion : words.small, ...uncovered, ...how]
  return [
    ...(over ? [words.over(over.name, formatShare(over.baseShare), formatShare(over.answerShare))] : []),
    ...(under ? [words.under(under.name, formatShare(under.baseShare), formatShare(under.answerShare))] : []),
    agree ? words.agree : words.differ,
    ...uncovered,
    ...how,
  ]
}

const sameFigure = (measure: Measured, one: number, other: number) =>
  formatValue(measure, one) === formatValue(measure, other)

const hasBase = (part: CutPart): part is CutPart & { base: number } => part.base !== null

const heardIn = ({ by, parts }: SurveyCut, currency: string) =>
  unevenlyHeard(
    parts.filter(hasBase).map(({ value, base, figure }) => ({
      name: value === null ? words.unknown(dimensionName(by)) : partName(by, value, currency),
      base,
      answers: figure.answers,
    })),
  )
