import type { OfferedArticle } from './offers.ts'
import type { Votable } from './vote-button.ts'

export type Reading = {
  article: OfferedArticle
  /** What the reader had typed, and the request that it stands in. */
  text: string
  requestId: string | undefined
  back(): void
  /** On to the question, with what was typed. */
  further(): void
  /** A question was being written, and this answers it: nothing more is asked of us. Left out where nobody writes one. */
  solved?(): void
}

export type VoteRequest = {
  requestId: string | undefined
  /** Back to where one was: more help is needed, or the vote was taken back. */
  back(): void
}

/** The files of a question: a list in which each can be removed. */
export type AttachedFiles = {
  list: HTMLElement
  files(): File[]
  /** Takes copies of what can come along. @returns why the rest cannot, in words */
  add(files: Iterable<File>): Promise<string>
  /** What becomes of them once they are sent. @param left how many are still on their way */
  fates(refused: File[], left: number): HTMLElement[]
}

/** Opens what was chosen of what is offered, in place of what stood there, and looks after files. */
export type Further = {
  readArticle(place: HTMLElement, reading: Reading): void
  castVote(place: HTMLElement, idea: Votable, request: VoteRequest): void
  /** @param changed told when one was removed */
  createAttachedFiles(changed: () => void): AttachedFiles
}
