import type { Figure, Measure } from '@heed/contracts'
import {
  answersMissing,
  enoughAnswers,
  fewestAnswers,
  meanFigure,
  type NpsCounts,
  npsFigure,
  npsGroup,
  type Summary,
  shareFigure,
  summarise,
} from '@heed/stats'
import type { AnswerCount } from './count-answers.ts'
import { answerValue, scaleOf } from './measure-of.ts'

/** A figure, and whether its margin holds. */
export type Reckoned = {
  figure: Figure
  enough: boolean
  stillNeeded: number | null
  summary: Summary
  /** As many answers that count alike would say as much: fewer than there are, where accounts count by their spend. */
  effective: number
}

type Asked = { measure: Measure /** The one whose share it is, of choices. */; option: string | null }

/** The figure of answers with people as the unit; `base`: how many could have answered, where the margin may know it. */
export function figureOfAnswers({ measure, option }: Asked, counts: AnswerCount[], base?: number): Reckoned {
  const answers = counts.reduce((total, count) => total + count.answers, 0)
  const summary = summaryOf({ measure, option }, counts)
  const scale = scaleOf(measure)
  if (!scale || answers === 0) {
    const isFigure = scale !== null
    return {
      figure: noFigure(answers),
      enough: !isFigure,
      stillNeeded: isFigure ? fewestAnswers : null,
      summary,
      effective: answers,
    }
  }
  if (measure === 'nps') {
    const groups = npsCounts(counts)
    const { score, low, high } = npsFigure(groups, base)
    const enough = enoughAnswers(groups, base)
    return {
      figure: { value: score, low, high, answers },
      enough,
      stillNeeded: isTooSmall(base) ? null : answersMissing(groups, base),
      summary,
      effective: answers,
    }
  }
  const figure =
    measure === 'ces' || measure === 'rating'
      ? meanFigure(summary, scale, base)
      : inPerCent(shareFigure(Math.round((summary.mean * answers) / 100), answers, base))
  return { figure: figure ?? noFigure(answers), ...enoughOf(answers, base), summary, effective: answers }
}

/** Mean and variance of what answers add to a figure; of an empty list where there is none. */
export const summaryOf = ({ measure, option }: Asked, counts: AnswerCount[]): Summary =>
  summarise(
    counts.flatMap((count) => {
      const value = answerValue(measure, count, option)
      return value === null ? [] : [{ value, answers: count.answers }]
    }),
  )

/** Shares and means hold from a dozen answers on. */
export const enoughOf = (answers: number, base?: number) => {
  if (answers >= fewestAnswers) return { enough: true, stillNeeded: 0 }
  return { enough: false, stillNeeded: isTooSmall(base) ? null : fewestAnswers - answers }
}

/** Whether there will never be enough. */
const isTooSmall = (base: number | undefined) => base !== undefined && base < fewestAnswers

export const noFigure = (answers: number): Figure => ({ value: null, low: null, high: null, answers })

const npsCounts = (counts: AnswerCount[]): NpsCounts => {
  const groups = { promoter: 0, passive: 0, detractor: 0 }
  for (const { score, answers } of counts) if (score !== null) groups[npsGroup(score)] += answers
  return { promoters: groups.promoter, passives: groups.passive, detractors: groups.detractor }
}

const inPerCent = (share: ReturnType<typeof shareFigure>) =>
  share && { value: 100 * share.value, low: 100 * share.low, high: 100 * share.high, answers: share.answers }
