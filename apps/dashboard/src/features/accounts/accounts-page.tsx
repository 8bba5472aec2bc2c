import type { AccountItem, AccountSort, Workspace } from '@heed/contracts'
import { useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { accountName, TrustTag } from '../../ui/customer-facts.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { formatCount } from '../../ui/numbers.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PagedList, usePagedItems } from '../../ui/paged-list.tsx'
import { type Column, planColumns, seatsColumn } from '../people/columns.tsx'
import { CustomerTable } from '../people/customer-table.tsx'
import { ListTools } from '../people/list-tools.tsx'
import { listFilters } from '../people/list-view.ts'
import { NoCustomers } from '../people/no-customers.tsx'
import { useCustomerList } from '../people/use-customer-list.ts'
import { useSegment } from '../segments/use-segment.ts'
import { useAccounts } from './use-accounts.ts'

const words = text.accounts
const sorts: AccountSort[] = ['name', 'spend', 'tenure']
const standard = ['plan', 'spend', 'tenure', 'seats', 'people']

const accountCode = `heed('account', {
  accountId: company.id,
  name: company.name,
  plan: company.plan,
  spendMinor: company.centsAMonth,
  currency: company.currency,
  createdAt: company.customerSince,
})`

const accountColumns = (currency: string): Column<AccountItem, AccountSort>[] => [
  { key: 'accountId', label: words.columns.accountId, show: ({ accountId }) => <bdi>{accountId}</bdi> },
  ...planColumns<AccountItem>(currency),
  seatsColumn<AccountItem>(({ seats }) => seats),
  { key: 'people', label: words.columns.people, isNumber: true, show: ({ people }) => formatCount(people) },
]

/** The customer companies, with what they pay and since when; any of their traits as a column. */
export function AccountsPage({ workspace }: { workspace: Workspace }) {
  const { filter, link } = useSegment()
  const fixed = accountColumns(workspace.currency)
  const { sort, search, pairs, size, columns, shown } = useCustomerList({ sorts, fixed, standard, traitsOf: 'account' })
  const query = useAccounts(pairs)
  const list = useRef<HTMLTableSectionElement>(null)
  const items = usePagedItems(query)
  useListKeys(list, 'accounts', (items?.length ?? 0) > 0)

  return (
    <div class="page page-wide">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers" aria-live="polite">
          {search ? items && words.found(items.length, query.hasNextPage) : size && words.total(size.accounts)}
        </p>
      </div>
      <ListTools search={words.search} sorts={sorts} sort={sort} columns={columns} />
      <PagedList query={query} items={items} height={640}>
        {(loaded) =>
          loaded.length === 0 ? (
            <NoCustomers words={words.empty} code={accountCode} />
          ) : (
            <CustomerTable
              caption={words.table}
              items={loaded}
              keyOf={({ id }) => id}
              head={words.columns.name}
              name={(account) => (
                <>
                  <a class="row-link" href={link(`/accounts/${account.id}`, listFilters(filter))} dir="auto" data-row>
                    {accountName(account)}
                  </a>{' '}
                  <TrustTag trust={account.trust} />
                </>
              )}
              columns={shown}
              sort={sort}
              list={list}
            />
          )
        }
      </PagedList>
    </div>
  )
}
