import type { SurveyDefinition, SurveyTexts } from '@heed/contracts'
import { cutText } from '../../../cut-text.ts'
import type { LeaveOut } from './left-out.ts'
import type { Words } from './plain-words.ts'
import { answerGroups, type Next, type ReadQuestion } from './read-question.ts'

/** What all drafts of one import share. */
export type Shared = Omit<SurveyDefinition, 'kind' | 'form' | 'texts'> & {
  form: SurveyDefinition['form']
  thanks: Words
  linkLabel: Words
}

const longestName = 120

/**
 * One draft for each question that can be asked. An open question that comes right after another is its follow-up: one for
 * all, or by where the score stands, if the logic sends every score of a band to the same.
 * @param questions in the order of the other tool; undefined: one that Heed cannot ask
 */
export function toDrafts(
  questions: (ReadQuestion | undefined)[],
  shared: Shared,
  leaveOut: LeaveOut,
): SurveyDefinition[] {
  const followUps = questions.map((question, at) => question && followUpsOf(questions, question, at, leaveOut))
  const taken = new Set(followUps.flatMap((found) => (found ? Object.values(found) : [])))
  const asked = questions.flatMap((question, at) => (question && !taken.has(at) ? [{ question, at }] : []))
  if (asked.length > 1) leaveOut('questions', 'asked one after another; in Heed each is a survey of its own')

  const { thanks, linkLabel, form, ...rest } = shared
  return asked.map(({ question, at }, number) => ({
    ...rest,
    name: numbered(shared.name, number),
    kind: question.kind,
    form: { ...form, ...question.form },
    texts: textsOf(question, { thanks, linkLabel }, wordsOf(questions, followUps[at] ?? {})),
  }))
}

type Band = 'low' | 'middle' | 'high' | 'any'
type FollowUps = Partial<Record<Band, number>>

/** Places of the open questions that follow, by band. */
const followUpsOf = (
  questions: (ReadQuestion | undefined)[],
  question: ReadQuestion,
  at: number,
  leaveOut: LeaveOut,
): FollowUps => {
  if (question.kind === 'text') return {}
  const place = question.nextPath ?? question.path
  const found: FollowUps = {}
  const groups = question.next ? answerGroups(question) : [{ band: 'any' as const, answers: [] }]
  for (const { band, answers } of groups) {
    const nexts = new Set<Next>(
      question.next ? answers.map((answer) => question.next?.(answer) ?? 'unknown') : [at + 1],
    )
    const [next] = nexts
    if (nexts.size > 1 || next === 'unknown') leaveOut(place, bandReason(band))
    else if (typeof next === 'number' && questions[next]?.kind === 'text') found[band] = next
    else if (typeof next === 'number' && next !== at + 1)
      leaveOut(place, 'leads to a question that is no follow-up in Heed')
  }
  const [first] = Object.values(found)
  const isForAll = Object.keys(found).length === 3 && Object.values(found).every((next) => next === first)
  return isForAll && first !== undefined ? { any: first } : found
}

const bandReason = (band: Band) =>
  band === 'any'
    ? 'not every answer leads to the same question; the follow-up is left out'
    : `not every ${band} score leads to the same question; the follow-up of ${band} scores is left out`

const wordsOf = (questions: (ReadQuestion | undefined)[], followUps: FollowUps): Partial<Record<Band, Words>> =>
  Object.fromEntries(Object.entries(followUps).map(([band, at]) => [band, questions[at]?.question ?? {}]))

/** The words of a draft by language. */
const textsOf = (
  { question, options, form }: ReadQuestion,
  { thanks, linkLabel }: { thanks: Words; linkLabel: Words },
  followUp: Partial<Record<Band, Words>>,
): Record<string, SurveyTexts> => {
  const all = [question, ...options, ...Object.values(followUp), thanks, linkLabel]
  const languages = [...new Set(all.flatMap((words) => Object.keys(words)))]
  const ids = form.options ?? []
  return Object.fromEntries(
    languages.map((language) => {
      const texts: SurveyTexts = {
        ...member('question', question[language]),
        ...member('followUp', inLanguage(Object.entries(followUp), language)),
        ...member(
          'options',
          inLanguage(
            options.map((words, at) => [ids[at] ?? '', words]),
            language,
          ),
        ),
        ...member('thanks', thanks[language]),
        ...member('linkLabel', linkLabel[language]),
      }
      return [shortest(language, languages), texts]
    }),
  )
}

/** `en-US` is English for everybody, unless there is another English. */
const shortest = (tag: string, among: string[]): string => {
  const [language = tag] = tag.split('-')
  return among.some((other) => other !== tag && other.split('-')[0] === language) ? tag : language
}

const member = <K extends string, V>(name: K, value: V | undefined) =>
  (value === undefined ? {} : { [name]: value }) as { [key in K]?: V }

const inLanguage = (entries: [string, Words][], language: string): Record<string, string> | undefined => {
  const said = entries.flatMap(([name, words]) => (words[language] ? [[name, words[language]] as const] : []))
  return said.length > 0 ? Object.fromEntries(said) : undefined
}

const numbered = (name: string, at: number) => {
  const suffix = at === 0 ? '' : ` (${at + 1})`
  return `${cutText(name, longestName - suffix.length)}${suffix}`
}
