/**
 * What the other panels say, and articles and ideas that were opened: as in `help-texts.ts`.
 */
export type PanelTexts = {
  /** Button at the end of an article: no question needs to be filed. */
  solved: string
  /** Button at the end of an article: on to the question. */
  notSolved: string
  /** After the first of these buttons, and after the next “yes”. */
  deflected: string
  /** At the end of an article, before the next two, which are buttons. */
  didThisHelp: string
  yes: string
  no: string
  /** In place of them, after the second. */
  notHelped: string

  /** Name of the × beside a file, heard only. {name} is the file's. */
  removeFile: string
  /** {name} is the file's. */
  fileType: string
  /** {name} is the file's, {size} such as 5 MB. */
  fileTooLarge: string
  /** {count} is the most that may come with a question. */
  tooManyFiles: string
  /** Below a question that is on the server, while its files are still on their way. */
  filesOnTheirWay: string
  /** In the same place: the server did not take the file of this name. */
  fileRefused: string

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
  /** Beside what is not on the server yet. */
  notSentYet: string

  /** When there are no ideas yet. */
  noIdeas: string
  /** Button below the ideas, and title of the form. */
  suggestIdea: string
  /** Label of the first field: the wish in one line. */
  ideaTitle: string
  /** Label of the second field, beside “optional”. */
  ideaBody: string
  /** Small, beside that label: the field need not be filled. */
  optional: string
  /** Above ideas like the one being typed. */
  similarIdeas: string
  /** Button that files the idea. */
  sendIdea: string
  /** Large, once the idea is on the server. */
  ideaSent: string
  /** When the server does not take a vote. */
  voteRefused: string
  /** Large, after a vote that ends a question. */
  voted: string
  /** Button below that. */
  takeBack: string
  /** Label of a field below a vote: the reason for it. */
  voteWhy: string
  /** Button of that field. */
  sendWhy: string
  /** In place of that field. */
  whyThanks: string
}
