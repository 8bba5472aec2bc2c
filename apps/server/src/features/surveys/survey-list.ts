import type { Figure, Measure, SurveyListItem } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Customers } from '../people/customers.ts'
import { figureOfAnswers } from '../results/figure-of.ts'
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
  return surveys.map(({ survey, lastAnswerAt, seen }) => {
    const measure = measureOf(survey.kind)
    const answers = counts.filter(({ surveyId }) => surveyId === survey.id)
    return {
      ...toSurvey(survey, scope.now),
      measure,
      figure: figureOf(measure, answers, base.people),
      seen,
      lastAnswerAt: lastAnswerAt?.toISOString() ?? null,
    }
  })
}

type Count = { score: number | null; choices: string[] | null; answers: number }

/** The figure of so many answers; of choices that of the option chosen most. */
const figureOf = (measure: Measure, counts: Count[], base: number): Figure => {
  const given = counts.filter(({ score, choices }) =>
    measure === 'text' ? true : measure === 'choices' ? choices !== null : score !== null,
  )
  const option = measure === 'choices' ? chosenMost(given) : null
  return figureOfAnswers(
    { measure, option },
    given.map((row) => ({ ...row, parts: [] })),
    base,
  ).figure
}

const chosenMost = (counts: Count[]): string | null => {
  const votes = new Map<string, number>()
  for (const { choices, answers } of counts)
    for (const option of choices ?? []) votes.set(option, (votes.get(option) ?? 0) + answers)
  return [...votes].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null
}
