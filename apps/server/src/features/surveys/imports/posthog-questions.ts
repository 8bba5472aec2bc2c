import { bandOf, type ScoredKind, type SurveyForm, type SurveyKind } from '@heed/contracts'
import { type LeaveOut, leaveOutRest } from './left-out.ts'
import { mostOptions, optionIds } from './option-ids.ts'
import { languageTag, plainTranslations, type Words } from './plain-words.ts'
import type { Question } from './posthog-shape.ts'
import type { GivenAnswer, Next, ReadQuestion } from './read-question.ts'

/** Questions in their order; undefined: one that Heed cannot ask, which is left out with its reason. */
export const readQuestions = (questions: Question[], defaultLocale: string, leaveOut: LeaveOut) =>
  questions.map((question, at) => readQuestion(question, at, defaultLocale, leaveOut))

const readQuestion = (
  question: Question,
  at: number,
  defaultLocale: string,
  leaveOut: LeaveOut,
): ReadQuestion | undefined => {
  const path = `questions[${at}]`
  const asked = kindOf(question)
  if (asked.kind === undefined) {
    leaveOut(path, asked.reason)
    return undefined
  }
  const { kind, note } = asked
  const choices = kind.endsWith('_choice') ? (question.choices ?? []) : []
  if (choices.length > mostOptions) {
    leaveOut(path, `more than ${mostOptions} options`)
    return undefined
  }
  if (note) leaveOut(`${path}.scale`, note)
  if (question.hasOpenChoice)
    leaveOut(`${path}.hasOpenChoice`, 'the last option is one like the others; its text field is left out')
  leaveOutRest(leaveOut, path, question, questionReasons)
  const words = (said: Words, place: string, most: number) =>
    plainTranslations(said, { path: `${path}.${place}`, most, leaveOut })
  return {
    path,
    kind,
    form: {
      ...asked.form,
      ...(choices.length > 0 && { options: optionIds(choices.map(() => undefined)) }),
      ...(question.shuffleOptions && { shuffle: true }),
    },
    question: words(
      translated(question, defaultLocale, (said) => said.question),
      'question',
      300,
    ),
    options: choices.map((_, option) =>
      words(
        translated(question, defaultLocale, ({ choices: own }) => own?.[option]),
        `choices[${option}]`,
        100,
      ),
    ),
    ...(question.branching && { next: nextOf(question, kind, at), nextPath: `${path}.branching` }),
  }
}

type Said = { question?: string | null | undefined; choices?: string[] | null | undefined }

/** A text in the survey's own language, and in each it is translated to. */
const translated = (
  question: Question,
  defaultLocale: string,
  textOf: (said: Said) => string | null | undefined,
): Words => {
  const all: [string, Said][] = [...Object.entries(question.translations ?? {}), [defaultLocale, question]]
  return Object.fromEntries(
    all.flatMap(([code, said]) => {
      const tag = languageTag(code)
      const text = textOf(said)
      return tag !== undefined && text ? [[tag, text]] : []
    }),
  )
}

/** What comes after an answer; of a score by where it stands. */
const nextOf =
  ({ branching }: Question, kind: SurveyKind, at: number) =>
  (answer: GivenAnswer): Next => {
    switch (branching?.type) {
      case 'next_question':
        return at + 1
      case 'end':
        return 'end'
      case 'specific_question':
        return branching.index ?? 'unknown'
      case 'response_based': {
        const next = branching.responseValues?.[keyOf(kind, answer)] ?? at + 1
        return typeof next === 'number' || next === 'end' ? next : 'unknown'
      }
      default:
        return 'unknown'
    }
  }

const keyOf = (kind: SurveyKind, answer: GivenAnswer): string => {
  if ('option' in answer) return String(answer.option)
  const names = kind === 'nps' ? ['detractors', 'passives', 'promoters'] : ['negative', 'neutral', 'positive']
  const band = bandOf(kind as ScoredKind, answer.score)
  return names[['low', 'middle', 'high'].indexOf(band)] ?? ''
}

type Kind = { kind: SurveyKind; form?: SurveyForm; note?: string } | { kind?: undefined; reason: string }

const kindOf = ({ type, scale, display }: Question): Kind => {
  switch (type) {
    case 'open':
      return { kind: 'text' }
    case 'single_choice':
    case 'multiple_choice':
      return { kind: type }
    case 'rating':
      return ratingKind(scale, display)
    case 'link':
      return { reason: 'a link is offered with the thanks in Heed, and is no question' }
    default:
      return { reason: `Heed asks no question of type ${type}` }
  }
}

const ratingKind = (scale: number | undefined, display: string | undefined): Kind => {
  if (scale === 10) return { kind: 'nps' }
  if (scale === 7) return { kind: 'ces', note: 'a scale of 1 to 7 is asked as CES, from much effort to little' }
  if (scale !== 5) return { reason: `a rating of 1 to ${scale ?? '?'}; Heed's is 1 to 5` }
  return display === 'emoji'
    ? { kind: 'rating', form: { icons: 'faces' } }
    : { kind: 'rating', form: { icons: 'stars' }, note: 'numbers of 1 to 5 are shown as stars' }
}

const questionReasons: Record<string, string | null> = {
  id: null,
  type: null,
  question: null,
  display: null,
  scale: null,
  choices: null,
  hasOpenChoice: null,
  shuffleOptions: null,
  branching: null,
  translations: null,
  optional: null,
  originalQuestionIndex: null,
  descriptionContentType: null,
  skipSubmitButton: null,
  isNpsQuestion: null,
  description: 'a prompt is one question, without a line below it',
  lowerBoundLabel: 'Heed words the ends of a scale itself',
  upperBoundLabel: 'Heed words the ends of a scale itself',
  buttonText: 'buttons have the words of the widget',
  validation: 'a text has at most 5,000 characters',
}
