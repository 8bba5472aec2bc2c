/** One text for each form that the language has for numbers; `other` is all some languages need. {count} is the number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/**
 * What the panels say; comes with the first panel, with a note for the translator. One file a language stands in the folder of the same name.
 * `{name}` in braces is filled in: keep it as it is. Second person, short, no exclamation marks.
 */
export type PanelTexts = {
  /** Button back to the view before. */
  back: string
  /** Shown in place of content that is on its way. */
  loading: string
  /** Button after something could not be loaded. */
  retry: string
  /** When an article, the questions or the ideas cannot be loaded. */
  loadFailed: string

  /** Title of the help panel. */
  helpTitle: string
  /** In the search field of the help panel. */
  searchLabel: string
  /** Below that field before anything is typed, where nothing is known to help on the page. */
  searchHint: string
  /** Below that field when no article fits what was typed. */
  nothingFound: string
  /** Entry of the help panel, and title of the form. */
  askTitle: string
  /** Below that entry: what happens there. */
  askHint: string
  /** Entry of the help panel, and title of the board of wishes for the product. */
  ideasTitle: string
  /** Below that entry. */
  ideasHint: string
  /** Entry of the help panel, and title of the list of one's own questions. */
  messagesTitle: string
  /** Below that entry. */
  messagesHint: string
  /** Below that entry, and beside a question in the list: replies the reader has not seen. */
  newReplies: Plural

  /** In the help panel below ideas, and in that list: answers to ideas the reader voted for, not seen yet. */
  newAnswers: Plural

  /** Above up to three articles, known issues and ideas that may answer what is being typed. */
  suggestions: string
  /** In the same place before anything is typed: what helped others on this page. */
  pageSuggestions: string
  /** Heard only, when that list changes. */
  found: Plural
  /** Small, above the title of an article about something that does not work now. */
  knownIssue: string
  /** Small, below the title of an article: how many questions like this one it solved. */
  solvedLike: Plural
  /** Small, below the title of an idea among articles. */
  ideaOffered: string
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

  /** Label of the large text field of a question. */
  ticketLabel: string
  /** Button that files the question. */
  sendTicket: string
  /** Below a field that was sent empty. */
  wordsMissing: string
  /** Button: takes a picture of the page and lets the reader mark it. */
  addScreenshot: string
  /** Button: opens the browser's choice of files. */
  chooseFile: string
  /** Name of the × beside a file, heard only. {name} is the file's. */
  removeFile: string
  /** When the page does not let itself be pictured. */
  screenshotFailed: string
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

  /** Large, while something is on its way. */
  sending: string
  /** Large, once the question is on the server. */
  ticketSent: string
  /** The question's number. */
  ticketNumber: string
  /** Below it: where the answer will appear. */
  ticketNext: string
  /** Large, when there is no connection; what was typed is safe. */
  waitingOffline: string
  /** Large, when the server is busy; what was typed is safe. */
  waitingBusy: string
  /** Below either: nothing needs to be done. */
  waitingNext: string
  /** When the server refuses what was typed; the text still stands in the field. */
  rejected: string

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
  /** Name of the button that votes, heard only. {title} is the idea's, {votes} the next text. */
  voteFor: string
  votes: Plural
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
  /** State of an idea in words: it will be built. */
  ideaPlanned: string
  /** State of an idea in words: it is being built. */
  ideaInProgress: string
  /** State of an idea in words: it is there. */
  ideaShipped: string
  /** State of an idea in words: it will not be built. */
  ideaClosed: string
}
