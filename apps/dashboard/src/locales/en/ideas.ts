import { counted } from './plural.ts'

export const ideas = {
  title: 'Ideas',
  total: (total: number) => counted(total, 'idea', 'ideas'),
  /** Opens the form for an idea that a member writes down. */
  create: 'New idea',
  search: 'Search ideas',
  searchPlaceholder: 'Title or text',
  /** Names the tabs of states. */
  states: 'State',
  allStates: 'All',
  area: 'Area',
  allAreas: 'All areas',
  noArea: 'No area',
  /** Names the table for screen readers. */
  table: 'Ideas with their votes',
  columns: {
    idea: 'Idea',
    /** People who voted. */
    votes: 'Votes',
    accounts: 'Accounts',
    spend: (currency: string) => `Spend a month, ${currency}`,
    /** Spend with no account above a share. */
    balanced: 'Balanced',
    state: 'State',
  },
  /** On the head of a column, which sorts by it. */
  sortBy: (column: string) => `Sort by ${column}, most first`,
  /** Beside a figure where the table has no room for columns. */
  short: {
    votes: (votes: number) => (votes === 1 ? 'vote' : 'votes'),
    accounts: (accounts: number) => (accounts === 1 ? 'account' : 'accounts'),
    spend: 'a month',
    balanced: 'balanced',
  },
  /** What the figures count. `share`: how much one account may weigh, written as "10 %". */
  counting: (share: string) =>
    `Votes are people. Spend counts each account once, as of its latest vote. Balanced is the same spend with no account above ${share} of an idea’s sum; with too few voices for that, all count alike.`,
  share: {
    change: 'Change the share',
    title: 'How much one account may weigh',
    field: 'Largest share of one account, in percent',
    hint: 'In the balanced figure nobody counts for more, however much they pay. 100 lets spend alone decide.',
    invalid: 'Enter a whole number from 1 to 100.',
    save: 'Save',
    cancel: 'Cancel',
  },
  /** How far an idea has come. */
  state: { open: 'Open', planned: 'Planned', in_progress: 'In progress', shipped: 'Shipped', closed: 'Closed' },
  empty: {
    title: 'No ideas yet',
    never:
      'People suggest ideas and vote for them in the widget. They find the board there by themselves, or by a button of your app that says:',
    filteredTitle: 'No votes from these customers',
    filtered: 'Nobody in this segment has voted for an idea so far.',
    everyone: 'Show everyone',
    /** Other filters than the segment found none. */
    noneTitle: 'No such ideas',
    none: 'No idea fits what you look for.',
    all: 'Show all ideas',
  },
}
