import type { PersonItem } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { accountName } from '../../ui/customer-facts.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { type Column, planColumns, seatsColumn } from './columns.tsx'

const words = text.people.columns

/** What is shown of people until somebody chooses. */
export const standardColumns = ['account', 'plan', 'spend', 'tenure', 'seen']

/** The columns of the list of people that are there without any trait. */
export const peopleColumns = (currency: string, link: (path: string) => string): Column<PersonItem>[] => [
  {
    key: 'account',
    label: words.account,
    isPlain: true,
    show: ({ account }) =>
      account && (
        <a class="cell-link" href={link(`/accounts/${account.id}`)} dir="auto">
          {accountName(account)}
        </a>
      ),
  },
  { key: 'email', label: words.email, isPlain: true, show: ({ email }) => email && <bdi>{email}</bdi> },
  { key: 'userId', label: words.userId, show: ({ userId }) => userId && <bdi>{userId}</bdi> },
  ...planColumns<PersonItem>(currency),
  {
    key: 'seen',
    label: words.seen,
    isNumber: true,
    sort: 'seen',
    show: ({ lastSeenAt }) => lastSeenAt && <RelativeTime at={lastSeenAt} />,
  },
  seatsColumn<PersonItem>(({ account }) => account?.seats ?? null),
  { key: 'locale', label: words.locale, show: ({ locale }) => locale },
]
