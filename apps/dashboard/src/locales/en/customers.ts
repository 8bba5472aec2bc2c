import { counted } from './plural.ts'

/** The pages of one person and of one account: what is known of them, and what happened. */
export const customers = {
  person: {
    /** Heading while the person could not be loaded. */
    heading: 'Person',
    back: 'All people',
    /** What is known of the person. */
    facts: 'Person',
    account: 'Account',
    noAccount: 'Belongs to no account.',
    /** The host app's own id of the user. */
    userId: 'User id',
    firstSeen: 'Known since',
    lastSeen: 'Last here',
    neverSeen: 'Not seen in your app',
    /** A browser claims, unsigned, to be this user; the link leads to what it said. */
    unsigned: 'A browser also says, without a signature, that it speaks for this user; what it did is marked below.',
    unsignedLink: 'What the browser claims',
    /** This person is such a claim; the link leads to the user. */
    claim: 'This is only what a browser claims, without a signature; your server knows the user by this id.',
    claimLink: 'The user your server named',
  },
  account: {
    heading: 'Account',
    back: 'All accounts',
    facts: 'Account',
    /** The host app's own id of the account. */
    accountId: 'Account id',
    people: 'People',
    peopleCount: (people: number) => counted(people, 'person', 'people'),
    noPeople: 'Nobody of this account is known yet.',
    unsigned: 'Browsers also say something of this account, without a signature; it is kept apart.',
    unsignedLink: 'What browsers claim',
    claim: 'This is only what browsers claim, without a signature; your server knows the account by this id.',
    claimLink: 'The account your server named',
  },
  known: {
    fields: {
      name: 'Name',
      email: 'E-mail',
      locale: 'Language',
      plan: 'Plan',
      spendMinor: 'Spend a month',
      currency: 'Currency',
      seats: 'Seats',
      createdAt: 'Customer since',
    },
    /** When a person got an account in the host app; the company may have been a customer before. */
    joined: 'Joined',
    /** A date, and how long ago that is. */
    since: (date: string, duration: string) => `${date}, ${duration}`,
    /** The same amount in the workspace's own currency. */
    reporting: (amount: string) => `about ${amount}`,
    noRate: 'no rate set',
    nothing: 'Nothing more is known.',
    /** A trait whose value is an empty text. */
    empty: 'Empty',
    /** Who said a value; when stands behind it. */
    source: {
      signed: 'Signed by your server',
      server: 'Your server',
      member: 'A member of your team',
      browser: 'Browser, not signed',
    },
  },
  timeline: {
    title: 'Timeline',
    /** Names the row of filters for screen readers. */
    filter: 'Show in the timeline',
    all: 'All',
    kinds: {
      response: 'Answers',
      ticket: 'Tickets',
      vote: 'Votes',
      event: 'Events',
      deflection: 'Articles',
      exposure: 'Surveys shown',
    },
    empty: 'Nothing has happened yet.',
    emptyKind: 'Nothing of this kind has happened.',
    voted: (idea: string) => `Voted for “${idea}”`,
    foundIn: (article: string) => `Found an answer in “${article}”`,
    foundInDeleted: 'Found an answer in an article that was deleted',
    /** What somebody typed before an article answered it. */
    asked: (typed: string) => `Wrote: ${typed}`,
    shown: (survey: string) => `Was asked “${survey}”`,
    dismissed: (survey: string) => `Closed “${survey}” without an answer`,
    event: {
      track: (name: string) => name,
      page: (name: string) => `Opened the page “${name}”`,
      screen: (name: string) => `Opened the screen “${name}”`,
      identify: () => 'Your server said who this is',
      group: (account: string) => `Your server said the account is “${account}”`,
      alias: () => 'Your server said that two people are one',
    },
  },
}
