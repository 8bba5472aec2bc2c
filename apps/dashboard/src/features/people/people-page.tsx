import type { CustomerSort, PersonItem, Workspace } from '@heed/contracts'
import { useMemo, useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { useListKeys } from '../../ui/list-keys.ts'
import { Loaded, Skeleton } from '../../ui/loaded.tsx'
import { MoreButton } from '../../ui/more-button.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { useSegmentFields } from '../segments/use-fields.ts'
import { useSegment } from '../segments/use-segment.ts'
import { useSegmentSize } from '../segments/use-segment-size.ts'
import { withTraits } from './columns.tsx'
import { ListTools } from './list-tools.tsx'
import { listFilters, readColumns } from './list-view.ts'
import { NoCustomers } from './no-customers.tsx'
import { peopleColumns, standardColumns } from './people-columns.tsx'
import { PeopleTable } from './people-table.tsx'
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
  const { customerPairs, filter, link } = useSegment()
  const sort = sorts.find((each) => each === filter('sort')) ?? 'name'
  const search = filter('search')
  const query = usePeople([
    ...customerPairs,
    ...(search ? [['search', search] satisfies [string, string]] : []),
    ...(sort === 'name' ? [] : [['sort', sort] satisfies [string, string]]),
  ])
  const size = useSegmentSize(customerPairs)
  const fields = useSegmentFields()
  const fixed = peopleColumns(workspace.currency, link)
  const fixedKeys = fixed.map(({ key }) => key)
  const chosen = readColumns(filter('columns'), standardColumns, fixedKeys)
  const offered = withTraits<PersonItem, CustomerSort>(fixed, fields.data?.traits.map(({ name }) => name) ?? [], chosen)
  const list = useRef<HTMLTableSectionElement>(null)
  const items = useMemo(() => query.data?.pages.flatMap((page) => page.items), [query.data])
  useListKeys(list, 'people', (items?.length ?? 0) > 0)

  return (
    <div class="page page-wide">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers" aria-live="polite">
          {search ? items && words.found(items.length, query.hasNextPage) : size.data && words.total(size.data.people)}
        </p>
      </div>
      <ListTools
        search={words.search}
        sorts={sorts}
        sort={sort}
        columns={{ offered, chosen, standard: standardColumns, hasFailed: fields.isError }}
      />
      <Loaded
        query={{ ...query, data: items, error: query.isFetchNextPageError ? null : query.error }}
        skeleton={<Skeleton height={640} />}
      >
        {(loaded) =>
          loaded.length === 0 ? (
            <NoCustomers words={words.empty} code={identifyCode} />
          ) : (
            <>
              <PeopleTable
                people={loaded}
                columns={offered.filter(({ key }) => chosen.includes(key))}
                sort={sort}
                hrefOf={(personId) => link(`/people/${personId}`, listFilters(filter))}
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
