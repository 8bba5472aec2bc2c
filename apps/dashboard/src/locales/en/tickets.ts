import { counted } from './plural.ts'

export const tickets = {
  title: 'Inbox',
  total: (total: number) => counted(total, 'ticket', 'tickets'),
  states: { label: 'State', open: 'Open', closed: 'Closed', all: 'All' },
  filters: {
    label: 'Filter tickets',
    awaiting: 'Awaiting reply',
    area: 'Area',
    anyArea: 'Any area',
    /** When the ticket was created. */
    period: 'Created',
    anyTime: 'Any time',
    lastDays: (days: number) => `Last ${counted(days, 'day', 'days')}`,
    /** How soon a member first replied. */
    firstResponse: {
      label: 'First response',
      all: 'Any first response',
      any: 'Answered',
      within: 'Within target',
      late: 'Later than target',
    },
  },
  state: { open: 'Open', closed: 'Closed' },
  /** A customer has been waiting for a reply so long. */
  waiting: (duration: string) => `Waiting ${duration}`,
  /** Waiting for longer than the target. */
  overTarget: (target: string) => `Over the target of ${target}`,
  firstResponse: (duration: string) => `First response ${duration}`,
  empty: {
    title: 'Nothing here',
    open: 'No open ticket. New ones appear by themselves, with the customer beside the question.',
    awaiting: 'Nobody is waiting for a reply.',
    filtered: 'No ticket fits these filters. Take one out to see more.',
  },
  number: (number: number) => `#${number}`,
  detail: {
    title: (number: number, who: string) => `#${number} · ${who}`,
    /** Heading while the ticket itself could not be loaded. */
    heading: 'Ticket',
    back: 'Inbox',
    thread: 'Conversation',
    /** The customer's facts at the time of the ticket. */
    asOf: 'When they asked',
    /** On a note in the thread. */
    note: 'Note, members only',
    member: 'Member',
    createdAt: 'Opened',
    page: 'On the page',
    browser: 'Browser',
    window: 'Window',
    size: (width: number, height: number) => `${width} × ${height}`,
    language: 'Language',
    articlesOffered: 'Articles offered',
    noArticles: 'No article was offered.',
    history: 'Survey answers',
    noHistory: 'No answers yet.',
    earlier: 'Earlier tickets',
    noEarlier: 'This is their first ticket.',
  },
  /** Names the list of files that came with a message. */
  files: { label: 'Files' },
  reply: {
    /** Names the two ways to write. */
    label: 'What to write',
    reply: 'Reply',
    note: 'Note',
    replyTo: (who: string) => `Reply to ${who}`,
    noteHint: 'Only members see a note.',
    sendReply: 'Send reply',
    saveNote: 'Save note',
    sending: 'Sending',
    /** Key combination that sends, such as Ctrl Enter. */
    keys: (modifier: string) => `${modifier} Enter sends`,
    stored: { reply: 'Sent', note: 'Note saved' },
    draftKept: 'Draft kept in this browser',
    notSent: 'Not sent. Your text is kept here.',
    /** Another member replied after this one began to write. */
    overtaken: (who: string) => `${who} replied meanwhile. Read that first; your text is kept here.`,
    sendAnyway: 'Send anyway',
    viewer: 'Your role can read tickets but not answer them.',
  },
  articles: {
    /** Marks of an article in the list of a ticket: what the customer did with it while asking. */
    read: 'read',
    offered: 'offered',
    /** Button that puts the address of an article into the reply. */
    insert: 'Insert article',
    /** Names the search for it. */
    link: 'Find an article to send',
    leave: 'Cancel',
    /** What is put into the reply: the article's title, its address. */
    linked: (title: string, address: string) => `${title}: ${address}`,
    noAddress: (title: string) =>
      `“${title}” has no public page: it is a draft, or only some customers may read it. Nothing was inserted.`,
    nothing: 'No article is published yet.',
    notFound: (typed: string) => `No published article is called “${typed}”.`,
  },
  closing: {
    area: 'Area',
    choose: 'Choose an area',
    close: 'Close with area',
    noAreas: 'Tickets are closed with an area of your product, and there is none yet.',
    addAreas: 'Add areas',
    areaRequired: 'Choose the area that this ticket is about.',
    reopen: 'Reopen',
    /** The ticket was not closed: somebody wrote what the member had not read. */
    wrote: (who: string) => `${who} wrote meanwhile, so the ticket stays open. Read it, then close again.`,
    /** Names the choice of the article that answered the ticket. */
    article: 'Article that answered it',
    removeArticle: (title: string) => `Close without “${title}”`,
    closedWith: (area: string) => `Closed with area ${area}`,
    /** Before the title of the article that it was closed with. */
    answeredBy: 'answered by',
    closed: 'Closed',
  },
}
