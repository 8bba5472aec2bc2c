import { counted } from './plural.ts'

export const people = {
  title: 'People',
  total: (people: number) => counted(people, 'person', 'people'),
  /** What a search found; `more`: there are further ones than those shown. */
  found: (people: number, more: boolean) =>
    more ? `${people}+ people found` : `${counted(people, 'person', 'people')} found`,
  /** Names the table for screen readers. */
  table: 'People, with plan, spend and tenure as of now',
  search: {
    label: 'Search people',
    placeholder: 'Name, e-mail or user id',
  },
  columns: {
    name: 'Person',
    account: 'Account',
    email: 'E-mail',
    userId: 'User id',
    plan: 'Plan',
    spend: (currency: string) => `Spend a month, ${currency}`,
    tenure: 'Customer for',
    seen: 'Last here',
    locale: 'Language',
    seats: 'Seats',
  },
  /** The value of a trait that is a flag. */
  yes: 'Yes',
  no: 'No',
  /** Spend in a currency that has no rate yet. */
  noRate: 'no rate',
  /** Spend of an account in its own currency, beside that in the reporting currency. */
  ownSpend: (amount: string) => `${amount} in their own currency`,
  /** In a cell: it was never said. */
  unknown: 'Not known',
  sort: {
    label: 'Sort by',
    /** Tooltip of a column's head. */
    by: (column: string) => `Sort by ${column}`,
    name: 'Name',
    spend: 'Highest spend',
    tenure: 'Longest with you',
    seen: 'Last here',
  },
  chooser: {
    button: 'Columns',
    label: 'Choose columns',
    find: 'Find a column',
    /** Above the attributes that the host app sends. */
    traits: 'Traits',
    noTraits: 'Nothing but plan, spend and tenure has been told about customers so far.',
    /** No column fits what was typed. */
    none: (typed: string) => `No column is called “${typed}”.`,
    failed: 'The traits could not be loaded.',
    standard: 'Back to the standard columns',
  },
  empty: {
    title: 'Nobody yet',
    body: 'Tell Heed who is using your app, and each person appears here with plan, spend and everything they say. Put this where somebody has signed in:',
    docs: 'Your server can say the same with POST /v1/identify, and a file of customers can be imported.',
    import: 'Import a file',
    filteredTitle: 'Nobody fits',
    filtered: 'No customer is in this segment now. Take out a condition to see more.',
    everyone: 'Look at everyone',
    notFoundTitle: (search: string) => `Nobody found for “${search}”`,
    notFound: 'Names, e-mail addresses and user ids are searched from their beginning.',
    notFoundInSegment: 'Only this segment was searched, in names, e-mail addresses and user ids from their beginning.',
    clearSearch: 'Clear the search',
  },
}
