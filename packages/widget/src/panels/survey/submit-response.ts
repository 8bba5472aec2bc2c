import type { NewExposure, NewResponse } from '@heed/contracts'
import type { Watch } from '../../runtime/outbox.ts'
import type { Room } from '../../runtime/room.ts'

/** The outbox dates everything itself. */
type Said<T> = Omit<T, 'ageMs'>

/** Tells the server that the prompt was shown. */
export function recordExposure({ send, emit, page }: Room, surveyId: string, exposureId: string): void {
  const exposure: Said<NewExposure> = { surveyId, page: page() }
  void send(`exposures/${exposureId}`, exposure)
  emit('exposure', { surveyId, exposureId })
}

/** Tells the server that the prompt was closed without an answer. */
export function dismissPrompt({ send }: Room, exposureId: string): void {
  void send(`exposures/${exposureId}/dismissal`, {})
}

export type Answer = { surveyId: string; exposureId: string; responseId: string; score: number; comment?: string }

/** Keeps the answer: once when the score is chosen, again under the same id when it changes or a comment is given. */
export function submitResponse({ send, emit, page, locale }: Room, answer: Answer, watch?: Watch): void {
  const { responseId, ...said } = answer
  const response: Said<NewResponse> = { ...said, page: page(), locale: locale.tag }
  void send(`responses/${responseId}`, response, watch)
  const { surveyId, score, comment } = answer
  emit('response', { surveyId, responseId, score, ...(comment !== undefined && { comment }) })
}
