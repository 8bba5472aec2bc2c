import { counted } from './plural.ts'

export const ideas = {
  title: 'Ideas',
  total: (total: number) => counted(total, 'idea', 'ideas'),
  /** Names the table for screen readers. */
  table: 'Ideas with their votes',
  columns: {
    idea: 'Idea',
    /** People who voted. */
    votes: 'Votes',
    accounts: 'Accounts',
    spend: (currency: string) => `Spend a month, ${currency}`,
    state: 'State',
  },
  /** On the head of a column, which sorts by it. */
  sortBy: (column: string) => `Sort by ${column}, most first`,
  /** Beside a figure where the table has no room for columns. */
  short: {
    votes: (votes: number) => (votes === 1 ? 'vote' : 'votes'),
    accounts: (accounts: number) => (accounts === 1 ? 'account' : 'accounts'),
    spend: 'a month',
  },
  /** What the figures count. */
  counting: 'Votes are people. Spend counts each account once, as of its latest vote.',
  /** How far an idea has come. */
  state: { open: 'Open', planned: 'Planned', in_progress: 'In progress', shipped: 'Shipped', closed: 'Closed' },
  /** Names the choice of state of one idea. */
  stateOf: (idea: string) => `State of ${idea}`,
  /** Above what went wrong; the choice shows the state of before again. */
  notChanged: 'The state was not changed.',
  showAll: 'Show all',
  showLess: 'Show less',
  empty: {
    title: 'No ideas yet',
    never:
      'People suggest ideas and vote for them in the widget. They find the board there by themselves, or by a button of your app that says:',
    filteredTitle: 'No votes from these customers',
    filtered: 'Nobody in this segment has voted for an idea so far.',
    everyone: 'Show everyone',
  },
}
