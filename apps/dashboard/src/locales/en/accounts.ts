import { counted } from './plural.ts'

export const accounts = {
  title: 'Accounts',
  total: (accounts: number) => counted(accounts, 'account', 'accounts'),
  /** What a search found; `more`: there are further ones than those shown. */
  found: (accounts: number, more: boolean) =>
    more ? `${accounts}+ accounts found` : `${counted(accounts, 'account', 'accounts')} found`,
  /** Names the table for screen readers. */
  table: 'Accounts, with plan, spend and tenure as of now',
  search: {
    label: 'Search accounts',
    placeholder: 'Name or account id',
  },
  columns: {
    name: 'Account',
    accountId: 'Account id',
    people: 'People',
  },
  empty: {
    title: 'No accounts yet',
    body: 'An account is the company that a person belongs to. Tell Heed which one it is, and plan, spend and tenure count for everything its people say:',
    docs: 'Your server can say the same with POST /v1/group, and a file of accounts can be imported.',
    filteredTitle: 'No account fits',
    filtered: 'No account has anybody in this segment now. Take out a condition to see more.',
    notFoundTitle: (search: string) => `No account found for “${search}”`,
    notFound: 'Names and account ids are searched from their beginning.',
    notFoundInSegment: 'Only this segment was searched, in names and account ids from their beginning.',
  },
}
