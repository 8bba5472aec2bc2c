import type { SurveyConfig } from '../../loader/link.ts'
import type { PromptTexts } from '../../locales/prompt-texts.ts'
import type { Delivery } from '../../runtime/outbox.ts'
import type { PromptRoom } from '../../runtime/room.ts'
import type { element } from '../../ui/element.ts'
import type { Question } from './question.ts'
import type { Answer } from './submit-response.ts'

/** An answer that was begun, or one that was saved without its comment; kept across close and reload. */
export type Draft = { askedAt: number; answer: Answer; comment: string }

/** What of it is found again; `saved` goes on under its ids, and what was only begun is asked anew. */
export type Earlier = Draft & { saved: boolean }

/** A question on the screen, which its two halves share. */
export type Asking = {
  /** Everything that is asked; the second half adds to it, and at the end puts the last word in its place. */
  all: HTMLElement
  survey: SurveyConfig
  question: Question
  /** Whether an answer is saved the moment it is chosen. */
  atOnce: boolean
  // From the prompt's own download, so that the second half needs no other one.
  element: typeof element
  /** The button "Ask me later", where there is one. */
  later: HTMLElement | undefined
  /** What was begun or said at an earlier time. */
  earlier: Earlier | undefined
  /** What was chosen so far. */
  answer: Answer
  /** Whether the answer was handed over. */
  saved: boolean
  save(comment?: string): void
}

/** What comes after the answer. */
export type FollowUp = {
  /** Something was chosen. */
  chosen(): void
  /** What became of the answer on its way to the server. */
  heard(delivery: Delivery): void
  stop(): void
}

/** What `follow-up.ts` exports, a download of its own. */
export type FollowUpModule = {
  /** What is kept of an earlier time, if it is not too old. */
  findEarlier(room: PromptRoom, surveyId: string, atOnce: boolean): Earlier | undefined
  followUp(room: PromptRoom, asking: Asking): FollowUp
  css: string
}

/** It, and all words of a prompt. */
export type FollowUpParts = FollowUpModule & { texts: PromptTexts }
