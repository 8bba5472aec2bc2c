import type { Condition, Rule } from './formbricks-shape.ts'
import type { GivenAnswer, Next } from './read-question.ts'

/** A question with what may come after it. */
export type Step = {
  questionId: string
  /** Ids of its options, as its conditions name them. */
  optionIds: string[]
  isMultiple: boolean
  rules: Rule[]
  /** Where it goes when no rule sends it elsewhere. */
  fallback: Next
  /** Where an id leads: a question, a block or an ending. */
  placeOf: (id: string) => Next
}

/** What comes after an answer. The first rule that holds and leads somewhere decides. */
export function nextAfter({ rules, fallback, placeOf, ...step }: Step, answer: GivenAnswer): Next {
  for (const rule of rules) {
    const holds = 'conditions' in rule ? conditionHolds(rule.conditions, step, answer) : olderHolds(rule, step, answer)
    if (holds === undefined) return 'unknown'
    const target = targetOf(rule)
    if (holds && target !== undefined) return placeOf(target)
  }
  return fallback
}

const targetOf = (rule: Rule): string | undefined =>
  'destination' in rule
    ? rule.destination
    : rule.actions.find(({ objective }) => objective.startsWith('jumpTo'))?.target

type Asked = Pick<Step, 'questionId' | 'optionIds' | 'isMultiple'>

/** Undefined where it cannot be told, such as for a condition over another question. */
const conditionHolds = (condition: Condition, asked: Asked, answer: GivenAnswer): boolean | undefined => {
  if (condition.connector !== undefined) {
    const parts = condition.conditions.map((part) => conditionHolds(part, asked, answer))
    const decides = condition.connector === 'or'
    if (parts.includes(decides)) return decides
    return parts.includes(undefined) ? undefined : !decides
  }
  const { operator, leftOperand, rightOperand } = condition
  if (!['question', 'element'].includes(leftOperand.type) || leftOperand.value !== asked.questionId) return undefined
  if (rightOperand && rightOperand.type !== 'static') return undefined
  return compare(operator, asked, answer, rightOperand?.value)
}

/** As conditions were called until version 2. */
const olderNames: Record<string, string> = {
  submitted: 'isSubmitted',
  skipped: 'isSkipped',
  equals: 'equals',
  notEquals: 'doesNotEqual',
  lessThan: 'isLessThan',
  lessEqual: 'isLessThanOrEqual',
  greaterThan: 'isGreaterThan',
  greaterEqual: 'isGreaterThanOrEqual',
  includesOne: 'equalsOneOf',
}

const olderHolds = ({ condition, value }: { condition: string; value?: unknown }, asked: Asked, answer: GivenAnswer) =>
  compare(olderNames[condition] ?? '', asked, answer, value)

const compare = (
  operator: string,
  { optionIds, isMultiple }: Asked,
  answer: GivenAnswer,
  value: unknown,
): boolean | undefined => {
  if (operator === 'isSubmitted') return true
  if (operator === 'isSkipped') return false
  // Of several options that are chosen at once, one alone does not tell.
  if (isMultiple) return undefined
  const given = 'score' in answer ? String(answer.score) : optionIds[answer.option]
  const number = 'score' in answer ? answer.score : Number.NaN
  switch (operator) {
    case 'equals':
      return given === String(value)
    case 'doesNotEqual':
      return given !== String(value)
    case 'equalsOneOf':
    case 'isAnyOf':
      return Array.isArray(value) ? value.map(String).includes(String(given)) : undefined
    case 'isLessThan':
      return number < Number(value)
    case 'isLessThanOrEqual':
      return number <= Number(value)
    case 'isGreaterThan':
      return number > Number(value)
    case 'isGreaterThanOrEqual':
      return number >= Number(value)
    default:
      return undefined
  }
}
