import type { NewExposure, NewResponse } from '@heed/contracts'
import type { Watch } from '../../runtime/outbox.ts'
import type { PromptRoom } from '../../runtime/room.ts'
import type { Given } from './way.ts'

/** The outbox dates everything itself. */
type Said<T> = Omit<T, 'ageMs'>

/** Tells the server that the prompt was shown. */
export function recordExposure({ send, emit, page }: PromptRoom, surveyId: string, exposureId: string): void {
  const exposure: Said<NewExposure> = { surveyId, page: page() }
  void send(`exposures/${exposureId}`, exposure)
  emit('exposure', { surveyId, exposureId })
}

/** Tells the server that the prompt was closed without an answer. */
export function dismissPrompt({ send }: PromptRoom, exposureId: string): void {
  void send(`exposures/${exposureId}/dismissal`, {})
}

export type Answer = Given & { surveyId: string; exposureId: string; responseId: string; comment?: string }

/** Keeps the answer: once when it is given, again under the same id when it changes or a comment is added. */
export function submitResponse({ send, emit, page, locale }: PromptRoom, answer: Answer, watch?: Watch): void {
  const { responseId, exposureId, ...said } = answer
  const response: Said<NewResponse> = { ...said, exposureId, page: page(), locale: locale.tag }
  void send(`responses/${responseId}`, response, watch)
  emit('response', { ...said, responseId })
}
