import type { Survey, SurveyKind } from '@heed/contracts'
import { scoreRange, surveyKinds } from '@heed/contracts/survey-kinds'

/** The filters that hang together: a group is one of NPS, and a score means something on its own scale alone. */
export type ScaleFilters = Partial<Record<'kind' | 'surveyId' | 'group' | 'score', string | undefined>>
type Surveys = Pick<Survey, 'id' | 'kind'>[]

/** Kinds that the workspace has surveys of, in their usual order. */
export const kindsOf = (surveys: Surveys): SurveyKind[] =>
  surveyKinds.filter((kind) => surveys.some((survey) => survey.kind === kind))

/** The one kind whose answers these filters let through; undefined where there may be several. */
export function onlyKind({ kind, surveyId, group }: ScaleFilters, surveys: Surveys): SurveyKind | undefined {
  const [first, ...others] = kindsOf(surveys)
  const survey = surveys.find(({ id }) => id === surveyId)
  if (survey) return survey.kind
  return surveyKinds.find((each) => each === kind) ?? (group ? 'nps' : others.length === 0 ? first : undefined)
}

/** Scores to choose from, best first; none where answers of several kinds, or without a score, are shown. */
export function scoresOf(filters: ScaleFilters, surveys: Surveys): number[] {
  const kind = onlyKind(filters, surveys)
  // A score that stands in the address must be seen, and can be taken out, whatever it is of.
  const range =
    kind && kind in scoreRange ? scoreRange[kind as keyof typeof scoreRange] : filters.score && ([0, 10] as const)
  if (!range) return []
  const [lowest, highest] = range
  return Array.from({ length: highest - lowest + 1 }, (_, i) => highest - i)
}

/** What changes with the kind: a survey of another kind goes, and so does what was asked of another scale. */
export const withKind = (kind: string | undefined, before: ScaleFilters, surveys: Surveys): ScaleFilters => ({
  kind,
  surveyId: surveys.find(({ id }) => id === before.surveyId)?.kind === kind ? before.surveyId : undefined,
  group: kind === 'nps' ? before.group : undefined,
  score: undefined,
})

/** What changes with the survey. Its kind needs no filter of its own. */
export function withSurvey(surveyId: string | undefined, before: ScaleFilters, surveys: Surveys): ScaleFilters {
  const kind = surveys.find(({ id }) => id === surveyId)?.kind
  if (!kind) return { ...before, surveyId, score: undefined }
  return {
    surveyId,
    kind: undefined,
    group: kind === 'nps' ? before.group : undefined,
    score: kind === onlyKind(before, surveys) ? before.score : undefined,
  }
}

/** What changes with the score. It lies in one group, so the group goes, and leaves its scale behind. */
export const withScore = (score: string | undefined, before: ScaleFilters, surveys: Surveys): ScaleFilters => ({
  ...before,
  score,
  group: undefined,
  kind: before.group && !before.surveyId && kindsOf(surveys).length > 1 ? 'nps' : before.kind,
})
