import type { Figure, Measure, SurveyListItem } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Customers } from '../people/customers.ts'
import { topOption } from '../results/distribution-of.ts'
import { figureOfAnswers } from '../results/figure-of.ts'
import { isHeardOnce, knownBase } from '../results/known-base.ts'
import { measureOf } from '../results/measure-of.ts'
import { periodOf } from '../results/period.ts'
import { everyone, type Scope } from '../segments/scope.ts'
import { countAnswersOfAll, listSurveysInUse } from './survey-list.queries.ts'
import { toSurvey } from './to-survey.ts'

/** Surveys newest first, each with its figure over the days that a page of results shows unless asked otherwise. */
export async function readSurveyList(handle: Handle, customers: Customers, scope: Scope): Promise<SurveyListItem[]> {
  const period = periodOf({}, scope.now)
  const [surveys, counts, base] = await Promise.all([
    listSurveysInUse(handle, scope.workspaceId, period),
    countAnswersOfAll(handle, scope.workspaceId, period),
    customers.size(everyone.segment),
  ])
  const readItem = async ({ survey, lastAnswerAt, seen }: SurveyInUse): Promise<SurveyListItem> => {
    const measure = measureOf(survey.kind)
    const answers = counts.filter(({ surveyId }) => surveyId === survey.id)
    const heardOnce = await isHeardOnce(handle, scope.workspaceId, survey, period)
    return {
      ...toSurvey(survey, scope.now),
      measure,
      figure: figureOf(measure, answers, survey.form?.options ?? [], (heard) =>
        knownBase(base.people, heard, { heardOnce }),
      ),
      seen,
      lastAnswerAt: lastAnswerAt?.toISOString() ?? null,
    }
  }
  return Promise.all(surveys.map(readItem))
}

type SurveyInUse = Awaited<ReturnType<typeof listSurveysInUse>>[number]
type Count = { score: number | null; choices: string[] | null; answers: number }

/** The figure of so many answers; of choices that of the option chosen most. */
const figureOf = (
  measure: Measure,
  counts: Count[],
  options: string[],
  baseOf: (answers: number) => number | undefined,
): Figure => {
  const given = counts
    .filter(({ score, choices }) =>
      measure === 'text' ? true : measure === 'choices' ? choices !== null : score !== null,
    )
    .map((row) => ({ ...row, parts: [] }))
  const option = measure === 'choices' ? topOption(given, options) : null
  return figureOfAnswers({ measure, option }, given, baseOf(given.reduce((sum, { answers }) => sum + answers, 0)))
    .figure
}
