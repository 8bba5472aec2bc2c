import type { CustomerSort, Workspace } from '@heed/contracts'
import { useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { useListKeys } from '../../ui/list-keys.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PagedList, usePagedItems } from '../../ui/paged-list.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { ListTools } from './list-tools.tsx'
import { listFilters } from './list-view.ts'
import { NoCustomers } from './no-customers.tsx'
import { peopleColumns, standardColumns } from './people-columns.tsx'
import { PeopleTable } from './people-table.tsx'
import { useCustomerList } from './use-customer-list.ts'
import { usePeople } from './use-people.ts'

const words = text.people
const sorts: CustomerSort[] = ['name', 'spend', 'tenure', 'seen']

const identifyCode = `heed('identify', {
  userId: user.id,
  name: user.name,
  email: user.email,
  account: {
    accountId: company.id,
    plan: company.plan,
    spendMinor: company.centsAMonth,
    currency: company.currency,
    createdAt: company.customerSince,
  },
})`

/** Everyone whom Heed knows, with what they pay and since when; any of their traits as a column. */
export function PeoplePage({ workspace }: { workspace: Workspace }) {
  const { filter, link } = useSegment()
  const fixed = peopleColumns(workspace.currency, link)
  const { sort, search, pairs, size, columns, shown } = useCustomerList({ sorts, fixed, standard: standardColumns })
  const query = usePeople(pairs)
  const list = useRef<HTMLTableSectionElement>(null)
  const items = usePagedItems(query)
  useListKeys(list, 'people', (items?.length ?? 0) > 0)

  return (
    <div class="page page-wide">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers" aria-live="polite">
          {search ? items && words.found(items.length, query.hasNextPage) : size && words.total(size.people)}
        </p>
      </div>
      <ListTools search={words.search} sorts={sorts} sort={sort} columns={columns} />
      <PagedList query={query} items={items} height={640}>
        {(loaded) =>
          loaded.length === 0 ? (
            <NoCustomers words={words.empty} code={identifyCode} />
          ) : (
            <PeopleTable
              people={loaded}
              columns={shown}
              sort={sort}
              hrefOf={(personId) => link(`/people/${personId}`, listFilters(filter))}
              list={list}
            />
          )
        }
      </PagedList>
    </div>
  )
}
