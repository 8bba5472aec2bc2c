import type { AccountItem, AccountSort, Workspace } from '@heed/contracts'
import { useMemo, useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { accountName, TrustTag } from '../../ui/customer-facts.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { formatCount } from '../../ui/numbers.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { type Column, planColumns, seatsColumn, withTraits } from '../people/columns.tsx'
import { CustomerTable } from '../people/customer-table.tsx'
import { ListTools } from '../people/list-tools.tsx'
import { listFilters, readColumns } from '../people/list-view.ts'
import { NoCustomers } from '../people/no-customers.tsx'
import { useSegmentFields } from '../segments/use-fields.ts'
import { useSegment } from '../segments/use-segment.ts'
import { useSegmentSize } from '../segments/use-segment-size.ts'
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
  const { customerPairs, filter, link } = useSegment()
  const sort = sorts.find((each) => each === filter('sort')) ?? 'name'
  const search = filter('search')
  const query = useAccounts([
    ...customerPairs,
    ...(search ? [['search', search] satisfies [string, string]] : []),
    ...(sort === 'name' ? [] : [['sort', sort] satisfies [string, string]]),
  ])
  const size = useSegmentSize(customerPairs)
  const fields = useSegmentFields()
  const fixed = accountColumns(workspace.currency)
  const fixedKeys = fixed.map(({ key }) => key)
  const chosen = readColumns(filter('columns'), standard, fixedKeys)
  const traits = fields.data?.traits.flatMap(({ of, name }) => (of === 'account' ? name : [])) ?? []
  const offered = withTraits(fixed, traits, chosen)
  const list = useRef<HTMLTableSectionElement>(null)
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data])
  useListKeys(list, 'accounts', (items?.length ?? 0) > 0)

  return (
    <div class="page page-wide">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers" aria-live="polite">
          {search
            ? items && words.found(items.length, query.hasNextPage)
            : size.data && words.total(size.data.accounts)}
        </p>
      </div>
      <ListTools
        search={words.search}
        sorts={sorts}
        sort={sort}
        columns={{ offered, chosen, standard, hasFailed: fields.isError }}
      />
      <Loaded
        query={{ ...query, data: items, error: query.isFetchNextPageError ? null : query.error }}
        skeleton={<Skeleton height={640} />}
      >
        {(loaded) =>
          loaded.length === 0 ? (
            <NoCustomers words={words.empty} code={accountCode} />
          ) : (
            <>
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
                columns={offered.filter(({ key }) => chosen.includes(key))}
                sort={sort}
                list={list}
              />
              <MoreButton query={query} />
            </>
          )
        }
      </Loaded>
    </div>
  )
}
