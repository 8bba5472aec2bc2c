import { bandOf, type ScoreBand, type SurveyForm, type SurveyKind, scoreRange } from '@heed/contracts'
import type { Words } from './plain-words.ts'

/** A score, or the place of an option. */
export type GivenAnswer = { score: number } | { option: number }

/** Which question comes after an answer, by its place among all; `end`: none; `unknown`: it cannot be told. */
export type Next = number | 'end' | 'unknown'

/** A question of another tool that Heed can ask. */
export type ReadQuestion = {
  path: string
  kind: SurveyKind
  form: SurveyForm
  question: Words
  /** In the order of the form. */
  options: Words[]
  /** What comes after an answer; left out: the next question, whatever is answered. */
  next?: (answer: GivenAnswer) => Next
  /** Where that stands. */
  nextPath?: string
}

/** Answers that can be given, in groups which one follow-up can belong to. */
export const answerGroups = ({
  kind,
  options,
}: ReadQuestion): { band: ScoreBand | 'any'; answers: GivenAnswer[] }[] => {
  if (!(kind in scoreRange)) return [{ band: 'any', answers: options.map((_, option) => ({ option })) }]
  const scored = kind as keyof typeof scoreRange
  const [lowest, highest] = scoreRange[scored]
  const scores = Array.from({ length: highest - lowest + 1 }, (_, at) => lowest + at)
  return (['low', 'middle', 'high'] as const).map((band) => ({
    band,
    answers: scores.filter((score) => bandOf(scored, score) === band).map((score) => ({ score })),
  }))
}
