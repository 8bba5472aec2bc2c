/** One text for each form that the language has for numbers; `other` is all some languages need. {count} is the number. */
export type Plural = Partial<Record<Intl.LDMLPluralRule, string>> & { other: string }

/**
 * What help and the ticket form say; comes with the first panel, with a note for the translator. One file a language stands
 * in the folder of the same name. `{name}` in braces is filled in: keep it as it is. Second person, short, no exclamation marks.
 */
export type HelpTexts = {
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
  /** When the page does not let itself be pictured. */
  screenshotFailed: string

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
  /** Large, when the server hears signed visitors alone; what was typed is safe. */
  waitingIdentity: string
  /** Below each: nothing needs to be done. */
  waitingNext: string
  /** When the server refuses what was typed; the text still stands in the field. */
  rejected: string

  /** Name of the button that votes, heard only. {title} is the idea's, {votes} the next text. */
  voteFor: string
  votes: Plural
  /** State of an idea in words: it will be built. */
  ideaPlanned: string
  /** State of an idea in words: it is being built. */
  ideaInProgress: string
  /** State of an idea in words: it is there. */
  ideaShipped: string
  /** State of an idea in words: it will not be built. */
  ideaClosed: string
}
