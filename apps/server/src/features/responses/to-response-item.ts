import type { ResponseItem, SurveyKind, SurveyTexts } from '@heed/contracts'
import type { AccountRow, PersonRow } from '../people/people.queries.ts'
import { toAccountSummary, toPersonSummary, toSnapshot } from '../people/summaries.ts'
import { choiceLabels } from './choice-labels.ts'
import type { ResponseRow } from './responses.queries.ts'

type Asked = { surveyName: string; kind: SurveyKind; texts: Record<string, SurveyTexts>; defaultLocale: string }
type Answered = Pick<ResponseRow, 'id' | 'score' | 'choices' | 'comment' | 'createdAt'>

/** An answer with who gave it and what was asked. */
export type JoinedRow = Asked & { response: ResponseRow; person: PersonRow; account: AccountRow | null }

export const toEarlierResponse = ({
  response,
  surveyName,
  kind,
  texts,
  defaultLocale,
}: Asked & { response: Answered }) => ({
  id: response.id,
  surveyName,
  kind,
  score: response.score,
  choices: choiceLabels(response.choices, texts, defaultLocale),
  comment: response.comment,
  createdAt: response.createdAt.toISOString(),
})

/** @param older the words of the version that was answered, for options that the survey no longer has */
export const toResponseItem = (
  { response, person, account, ...asked }: JoinedRow,
  older: Asked['texts'] | undefined,
  areas: ResponseItem['areas'],
): ResponseItem => {
  const item = toEarlierResponse({ response, ...asked })
  const oldWords = older ? choiceLabels(response.choices, older, asked.defaultLocale) : []
  return {
    ...item,
    choices: item.choices.map((choice, at) => (choice.label === choice.id ? (oldWords[at] ?? choice) : choice)),
    surveyId: response.surveyId,
    surveyVersion: response.surveyVersion,
    page: response.page,
    locale: response.locale,
    starred: response.starredAt !== null,
    areas,
    person: toPersonSummary(person),
    account: toAccountSummary(account),
    snapshot: toSnapshot(response),
  }
}
