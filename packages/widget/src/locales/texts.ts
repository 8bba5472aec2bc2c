/**
 * Every word of the widget's runtime, with a note for the translator. One file a language stands beside this one.
 * `{name}` in braces is filled in: keep it as it is. Second person, short, no exclamation marks.
 */
export type Texts = {
  /** Label of the × that closes a prompt or panel; heard, not seen. */
  close: string
  /** Button back to the panel before. */
  back: string
  /** Shown in place of content that is on its way. */
  loading: string
  /** Button after something could not be loaded. */
  retry: string
  /** Heard when a prompt appears by itself, after its question. F6 is a key. */
  promptHint: string

  /** The standard NPS question. {name} is the company whose app this is. */
  npsQuestion: string
  /** Left end of the scale, below 0. Two or three words. */
  npsLow: string
  /** Right end of the scale, below 10. Two or three words. */
  npsHigh: string
  /** Beside the company's name above the question: how long this takes. */
  npsEffort: string
  /** Asked after 9 or 10. */
  npsPromoter: string
  /** Asked after 7 or 8. */
  npsPassive: string
  /** Asked after 0 to 6. */
  npsDetractor: string
  /** Small, beside the follow-up question: it need not be answered. */
  optional: string
  /** Heard once a score was chosen; it is saved already. */
  scoreKept: string
  /** Button that sends the comment. */
  sendComment: string
  /** Shown in place of the question at the end. */
  thanks: string
  /** The same when there is no connection; the answer is safe. */
  thanksLater: string
  /** In the same place when the server does not take the answer. */
  answerRefused: string

  /** Title of the help panel. */
  helpTitle: string
  /** Entry of the help panel, and title of the form. */
  askTitle: string
  /** Below that entry: what happens there. */
  askHint: string
  /** Entry of the help panel, and title of the list of one's own questions. */
  messagesTitle: string
  /** Below that entry. */
  messagesHint: string

  /** Label of the large text field of a question. */
  ticketLabel: string
  /** Above up to three articles that may answer what is being typed. */
  suggestions: string
  /** Button that files the question. */
  sendTicket: string
  /** On a button while its text is on its way. */
  sending: string
  /** Large, once the question is on the server. */
  ticketSent: string
  /** The question's number. */
  ticketNumber: string
  /** Below it: where the answer will appear. */
  ticketNext: string
  /** Large, when there is no connection; the text is safe. */
  waitingOffline: string
  /** Large, when the server is busy; the text is safe. */
  waitingBusy: string
  /** Below either: nothing needs to be done. */
  waitingNext: string
  /** When the server refuses what was typed; the text still stands in the field. */
  rejected: string

  /** Button at the end of an article: no question needs to be filed. */
  solved: string
  /** Button at the end of an article: back to the question. */
  notSolved: string
  /** Large, after the first of these buttons. */
  deflected: string
  /** When an article, or the list of questions, cannot be loaded. */
  loadFailed: string

  /** When there are no questions yet. */
  noTickets: string
  /** State of a question in words. */
  stateOpen: string
  /** State of a question in words. */
  stateClosed: string
  /** Above a message: the reader wrote it. */
  you: string
  /** Above a message of somebody whose name is not known. */
  team: string
  /** Label of the field below a thread. */
  replyLabel: string
  /** The same where the question is closed. */
  reopenLabel: string
  /** Button of that field. */
  sendReply: string
  /** Below a message that is not on the server yet. */
  notSentYet: string
}
