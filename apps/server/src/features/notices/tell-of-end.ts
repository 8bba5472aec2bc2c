import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import type { SurveyRow } from '../surveys/surveys.queries.ts'
import { insertNotice } from './notices.queries.ts'

/** Tells the team that a survey has as many answers as it wants and ended. In the write that ended it. */
export const tellOfEnd = (tx: Handle, { newId, now }: Deps, { workspaceId, id, answerLimit }: SurveyRow) =>
  insertNotice(tx, {
    workspaceId,
    id: newId('notice'),
    kind: 'survey_ended',
    surveyId: id,
    responseId: null,
    ticketId: null,
    facts: answerLimit === null ? {} : { answers: answerLimit },
    createdAt: now(),
    readAt: null,
  })
