import { type NewResponse, type SurveyForm, type SurveyKind, scoreRange } from '@heed/contracts'

type Asked = { kind: SurveyKind; form: SurveyForm | null }
type Answer = Pick<NewResponse, 'score' | 'choices' | 'comment'>
type Fault = { field: keyof Answer; message: string }

/** What of an answer does not fit the kind of its survey; empty when all does. A comment fits every kind. */
export const answerFaults = ({ kind, form }: Asked, answer: Answer): Fault[] => {
  switch (kind) {
    case 'nps':
    case 'csat':
    case 'ces':
    case 'rating':
    case 'reaction':
      return [...scoreFaults(scoreRange[kind], answer), ...foreign('choices', kind, answer)]
    case 'single_choice':
    case 'comparison':
    case 'multiple_choice':
      return [...foreign('score', kind, answer), ...choiceFaults(kind, form?.options ?? [], answer)]
    case 'text':
      return [
        ...foreign('score', kind, answer),
        ...foreign('choices', kind, answer),
        ...(answer.comment?.trim() ? [] : [{ field: 'comment' as const, message: 'must not be empty' }]),
      ]
  }
}

const foreign = (field: 'score' | 'choices', kind: SurveyKind, answer: Answer): Fault[] =>
  answer[field] === undefined ? [] : [{ field, message: `does not belong to a survey of kind ${kind}` }]

const scoreFaults = ([lowest, highest]: readonly [number, number], { score }: Answer): Fault[] =>
  score !== undefined && score >= lowest && score <= highest
    ? []
    : [{ field: 'score', message: `must be a whole number from ${lowest} to ${highest}` }]

const choiceFaults = (
  kind: 'single_choice' | 'comparison' | 'multiple_choice',
  options: string[],
  { choices = [] }: Answer,
): Fault[] => {
  const fault = (message: string): Fault[] => [{ field: 'choices', message }]
  if (kind !== 'multiple_choice' && choices.length !== 1) return fault('must name exactly one option')
  if (choices.length === 0) return fault('must name at least one option')
  if (new Set(choices).size < choices.length) return fault('must name an option once only')
  if (!choices.every((choice) => options.includes(choice))) return fault('must be options of this survey')
  return []
}
