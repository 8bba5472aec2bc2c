import { counted } from './plural.ts'

/** What each article did for those who asked. */
export const deflectionArticles = {
  /** Names the table for screen readers. */
  table: 'Articles, and what they did in the period',
  total: (count: number) => counted(count, 'article', 'articles'),
  article: 'Article',
  columns: {
    solved: 'Solved',
    closedWith: 'Closed with',
    notHelped: 'Did not help',
    filedAnyway: 'Filed anyway',
    read: 'Read',
    offered: 'Offered',
  },
  /** Tooltips of the heads. */
  hints: {
    solved: 'Requests that a person said it solved',
    closedWith: 'Tickets that a member closed with it',
    notHelped: 'Requests in which a person said that it did not help',
    filedAnyway: 'Requests in which it was read and that became a ticket',
    read: 'Requests in which it was read',
    offered: 'Requests for which it was suggested',
  },
  sortBy: (column: string, hint: string) => `Sort by ${column}: ${hint.toLowerCase()}`,
  draft: 'Draft',
  /** Mark of an article that is read often and helps rarely. */
  stale: 'Look at this',
  /** Why. */
  staleBecause: (readings: number, helped: number, share: string, low: string, high: string) =>
    `Read in ${counted(readings, 'request', 'requests')} and solved ${helped}: ${share}, between ${low} and ${high}.`,
  onlyStale: (count: number) => `Only those to look at (${count})`,
  noneStale: 'No article is read often and helps rarely.',
  empty: {
    title: 'No article was offered',
    body: 'Once articles are published and people ask, you see here which ones answer and which do not.',
    action: 'Go to the articles',
  },
  most: (count: number) => `The ${count} that solved most.`,
}
