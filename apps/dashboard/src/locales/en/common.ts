import { formatCount } from '../../ui/numbers.ts'
import { counted } from './plural.ts'

export const common = {
  /** Title of the browser's tab: page, then the product's name, which is not translated. */
  title: (page: string) => `${page} · Heed`,
  /** So many tickets wait for a reply, before the title of the browser's tab. */
  titleWaiting: (waiting: number, title: string) => `(${formatCount(waiting)}) ${title}`,
  skipToContent: 'Skip to content',
  nav: {
    /** Names the list of places for screen readers. */
    label: 'Places',
    overview: 'Overview',
    inbox: 'Inbox',
    /** After the number beside the inbox, for screen readers. */
    waiting: (waiting: number) => `${counted(waiting, 'ticket awaits', 'tickets await')} a reply`,
    surveys: 'Surveys',
    responses: 'Responses',
    ideas: 'Ideas',
    articles: 'Articles',
    deflection: 'Deflection',
    people: 'People',
    accounts: 'Accounts',
    segments: 'Segments',
    settings: 'Settings',
  },
  /** Quiet mark beside the workspace's name: nothing here is about real customers. */
  sampleData: 'Sample data',
  sampleDataHint: 'Made-up customers, to look around. Nothing here is about real people.',
  member: {
    menu: 'Your menu',
    signOut: 'Sign out',
    keys: 'Keyboard shortcuts',
    theme: 'Theme',
    /** The theme of the operating system. */
    themeSystem: 'System',
    themeLight: 'Light',
    themeDark: 'Dark',
    role: { owner: 'Owner', admin: 'Admin', agent: 'Agent', viewer: 'Viewer' },
  },
  close: 'Close',
  retry: 'Try again',
  loading: 'Loading',
  loadMore: 'Show more',
  loadingMore: 'Loading more',
  notFound: {
    title: 'There is no page here',
    body: 'The address may be mistyped, or what it showed has been removed. Nothing else changed.',
    action: 'Go to the overview',
  },
  problem: {
    /** Title when a part of the page could not be loaded. */
    title: 'This could not be loaded',
    unreachable: 'The server did not answer. Your data is safe there; check your connection and try again.',
    internal:
      'Something went wrong on the server. Nothing was changed. Try again; if it stays, tell whoever runs Heed.',
    tooMany: (wait: string | null) =>
      wait === null
        ? 'Too many requests in a short time. Nothing was changed. Try again in a moment.'
        : `Too many requests in a short time. Nothing was changed. Try again in ${wait}.`,
    overloaded: 'The server is busy. Nothing was changed. Try again in a moment.',
    role: 'Your role does not allow this. Ask an owner or admin of the workspace.',
    notSignedIn: 'You were signed out. Sign in again to go on.',
    badReply: 'The server gave an answer that could not be read. Nothing was changed. Try again.',
    /** Earlier figures stay on the screen while a refresh fails. */
    stale: 'Not up to date: the last refresh failed.',
  },
  keys: {
    title: 'Keyboard shortcuts',
    move: 'Move in a list',
    open: 'Open what is selected',
    back: 'Back to the list',
    moveTickets: 'Go to the next ticket, or the one before',
    reply: 'Write a reply',
    note: 'Write a note',
    closeTicket: 'Close the ticket',
    star: 'Star an answer',
    /** On an answer its areas; on a ticket the article that answered it. */
    areas: 'Say what an answer is about, or what answered a ticket',
    insertArticle: 'Insert an article into a reply',
    send: 'Send what you wrote',
    filter: 'Filter customers',
    goOverview: 'Go to the overview',
    goInbox: 'Go to the inbox',
    goSurveys: 'Go to the surveys',
    goResponses: 'Go to the responses',
    goIdeas: 'Go to the ideas',
    goArticles: 'Go to the articles',
    goDeflection: 'Go to deflection',
    goPeople: 'Go to the people',
    goAccounts: 'Go to the accounts',
    goSegments: 'Go to the segments',
    goSettings: 'Go to the settings',
    help: 'Show this list',
    /** Between two keys pressed one after the other. */
    followedBy: 'then',
  },
  /** How long an account has been a customer, in the row of its facts. */
  tenure: (duration: string) => `${duration} with you`,
  /** Revenue of an account: amount a month. */
  perMonth: (amount: string) => `${amount} a month`,
  noPlan: 'No plan',
  anonymous: 'Anonymous visitor',
  /** The browser claimed who this is, and nobody signed the claim. */
  unverified: 'Unverified',
  unverifiedHint: 'The browser said who this is; your server did not sign it.',
  seats: (seats: number) => counted(seats, 'seat', 'seats'),
  /** Names and values beside an answer or a ticket. */
  customer: {
    label: 'Customer',
    person: 'Person',
    account: 'Account',
    email: 'E-mail',
    seats: 'Seats',
    plan: 'Plan',
    spend: 'Spend a month',
    tenure: 'Customer for',
    trust: 'Identity',
    verified: 'Named by your server',
    unverified: 'Claimed by the browser, not signed',
    unknown: 'Not known',
  },
  opensElsewhere: 'opens in a new tab',
  group: { promoter: 'Promoter', passive: 'Passive', detractor: 'Detractor' },
  groups: { promoter: 'Promoters', passive: 'Passives', detractor: 'Detractors' },
  /** A score of 0 to 10 for screen readers, with the group it falls into. */
  scoreLabel: (score: number, group: string) => `${score} of 10, ${group}`,
}
