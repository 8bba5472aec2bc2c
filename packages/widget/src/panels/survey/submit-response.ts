import type { NewExposure, NewResponse } from '@heed/contracts'
import type { SurveyConfig } from '../../loader/link.ts'
import type { Watch } from '../../runtime/outbox.ts'
import type { PromptRoom } from '../../runtime/room.ts'
import type { Given } from './way.ts'

/** The outbox dates everything itself. */
type Said<T> = Omit<T, 'ageMs'>

/** Tells the server that the prompt was shown. */
export function recordExposure(
  { send, emit, page }: PromptRoom,
  { id, version }: SurveyConfig,
  exposureId: string,
): void {
  const exposure: Said<NewExposure> = { surveyId: id, version, page: page() }
  void send(`exposures/${exposureId}`, exposure)
  emit('exposure', { surveyId: id, exposureId })
}

/** Tells the server that the prompt was closed without an answer; `later`: by the button that says so. */
export function dismissPrompt(room: PromptRoom, surveyId: string, exposureId: string, later: boolean): void {
  if (later) room.mark('later', surveyId)
  void room.send(`exposures/${exposureId}/dismissal`, later ? { later } : {})
}

export type Answer = Given & { surveyId: string; exposureId: string; responseId: string; comment?: string }

/** Keeps the answer: once when it is given, again under the same id when it changes or a comment is added. */
export function submitResponse(
  { send, emit, page, locale, mark }: PromptRoom,
  { id, version }: SurveyConfig,
  answer: Answer,
  watch?: Watch,
): void {
  const { responseId, exposureId, ...said } = answer
  const response: Said<NewResponse> = { ...said, version, exposureId, page: page(), locale: locale.tag }
  void send(`responses/${responseId}`, response, watch)
  mark('answered', id)
  emit('response', { ...said, responseId })
}
