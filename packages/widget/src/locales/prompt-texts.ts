/**
 * What a prompt says, with a note for the translator. One file a language stands in the folder of the same name. What
 * NPS says up to its answer is part of the first download (`nps-texts.ts`).
 * `{name}` in braces is filled in: keep it as it is. Second person, short, no exclamation marks.
 */
export type PromptTexts = {
  /** Label of the × that closes a prompt or panel; heard, not seen. */
  close: string
  /** Heard when a prompt appears by itself, after its question. F6 is a key. */
  promptHint: string
  /** Beside the company's name above the question: how long this takes. */
  effort: string
  /** The same where the answer is written, which takes as long as it takes. */
  effortText: string
  /** Small button below the question: not now, but another day. */
  later: string
  /** The standard questions. {name} is the company whose app this is. */
  questions: {
    nps: string
    /** About satisfaction, 1 to 5. */
    csat: string
    /** About effort, 1 to 7: asked right after somebody did something. */
    ces: string
    /** Above five stars or faces. */
    rating: string
    /** Above the wording of an idea; answered by `reactions`. */
    reaction: string
    /** Above a list of which one is chosen. */
    single_choice: string
    /** Above a list of which any number is chosen. */
    multiple_choice: string
    /** Above two ideas as large buttons, of which one is chosen. */
    comparison: string
    /** Above an empty text field. */
    text: string
  }
  /** What the lowest and the highest score mean: below both ends of the scale, two or three words each. */
  ends: { [kind in 'nps' | 'csat' | 'ces' | 'rating']: [lowest: string, highest: string] }
  /** Three buttons: no, not sure, yes. */
  reactions: [no: string, unsure: string, yes: string]
  /** Name of a star or face, such as "3 of 5"; heard, not seen. */
  scoreOf: string
  /** Below the question, where several options may be chosen. */
  chooseAny: string
  /** The second question of NPS: after 0 to 6, after 7 or 8, after 9 or 10. */
  followUp: { low: string; middle: string; high: string }
  /** The second question after any other score. */
  more: string
  /** Small, beside the second question: it need not be answered. */
  optional: string
  /** Heard once something was chosen; it is saved already. */
  answerKept: string
  /** Button that sends the answer or the comment. */
  sendComment: string
  /** Shown in place of the question at the end. */
  thanks: string
  /** The same when there is no connection; the answer is safe. */
  thanksLater: string
  /** In the same place when the server does not take the answer. */
  answerRefused: string
  /** After that sentence, above the text that was written. */
  copyWords: string
  /** Small, above a question that a member of the team tries out in their own app. */
  testing: string
  /** In place of the question, for that member: the address they opened is an old one. */
  testEnded: string
}
