import type { SurveyConfig } from '../../loader/link.ts'
import type { PromptRoom } from '../../runtime/room.ts'
import type { element } from '../../ui/element.ts'
import type { Question } from './question.ts'
import type { radioGroup } from './radios.ts'
import type { scale } from './scale.ts'

/** What was chosen so far, as an answer carries it. */
export type Given = { score?: number; choices?: string[] }

/** Hears of each choice once. */
export type OnGiven = (given: Given) => void

/** One way of answering. */
export type Way = {
  /** A group that is yet to be named. */
  part: HTMLElement
  /** What explains it, to stand between it and the question. */
  about?: HTMLElement | undefined
  /** Marks what was chosen; nobody hears of it. */
  show(given: Given): void
  stop?(): void
}

export type WayOptions = {
  survey: SurveyConfig
  question: Question
  room: PromptRoom
  onGiven: OnGiven
  // From the prompt's own download, so that the ways need no other one.
  radioGroup: typeof radioGroup
  scale: typeof scale
  element: typeof element
}

/** What `ways.ts` exports, a download of its own. */
export type WaysModule = { wayOf(options: WayOptions): Way; css: string }
