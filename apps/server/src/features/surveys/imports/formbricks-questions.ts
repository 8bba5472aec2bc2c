import type { SurveyForm, SurveyKind } from '@heed/contracts'
import { nextAfter } from './formbricks-logic.ts'
import type { FormbricksSurvey, Question, Rule } from './formbricks-shape.ts'
import { type LeaveOut, leaveOutRest } from './left-out.ts'
import { mostOptions, optionIds } from './option-ids.ts'
import { plainTranslations, type Words } from './plain-words.ts'
import type { Next, ReadQuestion } from './read-question.ts'

/** A question, where it stands, and what may come after it. */
type Placed = { question: Question; path: string; rules: Rule[]; rulesPath: string; fallbackId: string | undefined }

/** Names a language as Heed does; `default` too. */
type InLanguages = (words: Record<string, string> | null | undefined) => Words

/** Questions in their order; undefined: one that Heed cannot ask, which is left out with its reason. */
export function readQuestions(
  survey: FormbricksSurvey,
  inLanguages: InLanguages,
  leaveOut: LeaveOut,
): (ReadQuestion | undefined)[] {
  const placed = placedQuestions(survey)
  const placeOf = placesIn(survey, placed)
  return placed.map((one, at) => {
    const read = readQuestion(one, inLanguages, leaveOut)
    if (!read || (one.rules.length === 0 && one.fallbackId === undefined)) return read
    const step = {
      questionId: one.question.id,
      optionIds: (one.question.choices ?? []).map(({ id = '' }) => id),
      isMultiple: read.kind === 'multiple_choice',
      rules: one.rules,
      fallback: one.fallbackId === undefined ? at + 1 : placeOf(one.fallbackId),
      placeOf,
    }
    return { ...read, next: (answer) => nextAfter(step, answer), nextPath: one.rulesPath }
  })
}

/** Newer exports hold blocks of questions, whose logic comes after the last of them. */
const placedQuestions = ({ questions, blocks }: FormbricksSurvey): Placed[] => {
  if (!blocks?.length)
    return (questions ?? []).map((question, at) => ({
      question,
      path: `questions[${at}]`,
      rules: question.logic ?? [],
      rulesPath: `questions[${at}].logic`,
      fallbackId: question.logicFallback ?? undefined,
    }))
  return blocks.flatMap(({ elements, logic, logicFallback }, block) =>
    elements.map((question, at) => {
      const isLast = at === elements.length - 1
      return {
        question,
        path: `blocks[${block}].elements[${at}]`,
        rules: (isLast && logic) || [],
        rulesPath: `blocks[${block}].logic`,
        fallbackId: (isLast && logicFallback) || undefined,
      }
    }),
  )
}

const placesIn =
  ({ blocks = [], endings }: FormbricksSurvey, placed: Placed[]) =>
  (id: string): Next => {
    const first = blocks.find((block) => block.id === id)?.elements[0]?.id ?? id
    const at = placed.findIndex(({ question }) => question.id === first)
    if (at >= 0) return at
    return id === 'end' || endings?.some((ending) => ending.id === id) ? 'end' : 'unknown'
  }

const readQuestion = (
  { question, path }: Placed,
  inLanguages: InLanguages,
  leaveOut: LeaveOut,
): ReadQuestion | undefined => {
  const asked = kindOf(question)
  if (asked.kind === undefined) {
    leaveOut(path, asked.reason)
    return undefined
  }
  if (asked.note) leaveOut(`${path}.scale`, asked.note)
  leaveOutRest(leaveOut, path, question, questionReasons)
  const options = asked.kind.endsWith('_choice') ? (question.choices ?? []) : []
  if (options.length > mostOptions) {
    leaveOut(path, `more than ${mostOptions} options`)
    return undefined
  }
  for (const [at, { id }] of options.entries())
    if (id === 'other') leaveOut(`${path}.choices[${at}]`, 'an option like the others; its text field is left out')
  if (question.shuffleOption === 'exceptLast')
    leaveOut(`${path}.shuffleOption`, 'the last option is shuffled with the others')
  const isShuffled = ['all', 'exceptLast'].includes(question.shuffleOption ?? '')
  const words = (text: Record<string, string> | undefined, place: string, most: number) =>
    plainTranslations(inLanguages(text), { path: `${path}.${place}`, most, leaveOut })
  return {
    path,
    kind: asked.kind,
    form: {
      ...asked.form,
      ...(options.length > 0 && { options: optionIds(options.map(({ id }) => id)) }),
      ...(isShuffled && { shuffle: true }),
    },
    question: words(question.headline, 'headline', 300),
    options: options.map(({ label }, at) => words(label, `choices[${at}].label`, 100)),
  }
}

type Kind = { kind: SurveyKind; form?: SurveyForm; note?: string } | { kind?: undefined; reason: string }

const kindOf = ({ type, range, scale }: Question): Kind => {
  switch (type) {
    case 'nps':
    case 'csat':
      return { kind: type }
    case 'ces':
      return range === undefined || range === 7
        ? { kind: 'ces' }
        : { reason: `a CES of 1 to ${range}; Heed's is 1 to 7` }
    case 'rating':
      return ratingKind(range, scale)
    case 'multipleChoiceSingle':
      return { kind: 'single_choice' }
    case 'multipleChoiceMulti':
      return { kind: 'multiple_choice' }
    case 'openText':
      return { kind: 'text' }
    default:
      return { reason: `Heed asks no question of type ${type}` }
  }
}

const ratingKind = (range = 5, scale = 'number'): Kind => {
  if (range === 7) return { kind: 'ces', note: 'a scale of 1 to 7 is asked as CES, from much effort to little' }
  if (range !== 5) return { reason: `a rating of 1 to ${range}; Heed's is 1 to 5` }
  if (scale === 'smiley') return { kind: 'rating', form: { icons: 'faces' } }
  if (scale === 'star') return { kind: 'rating', form: { icons: 'stars' } }
  return { kind: 'rating', form: { icons: 'stars' }, note: 'numbers of 1 to 5 are shown as stars' }
}

const questionReasons: Record<string, string | null> = {
  id: null,
  type: null,
  headline: null,
  scale: null,
  range: null,
  choices: null,
  shuffleOption: null,
  logic: null,
  logicFallback: null,
  required: null,
  isDraft: null,
  inputType: null,
  longAnswer: null,
  insightsEnabled: null,
  isColorCodingEnabled: null,
  subheader: 'a prompt is one question, without a line below it',
  lowerLabel: 'Heed words the ends of a scale itself',
  upperLabel: 'Heed words the ends of a scale itself',
  buttonLabel: 'buttons have the words of the widget',
  backButtonLabel: 'buttons have the words of the widget',
  placeholder: 'fields have the words of the widget',
  otherOptionPlaceholder: 'fields have the words of the widget',
  imageUrl: 'a prompt has no picture',
  videoUrl: 'a prompt has no picture',
  charLimit: 'a text has at most 5,000 characters',
}
