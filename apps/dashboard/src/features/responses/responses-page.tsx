import type { Member } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { Blank } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PagedList, usePagedItems } from '../../ui/paged-list.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { filterNames, ResponseFilters } from './response-filters.tsx'
import { ResponseRows } from './response-rows.tsx'
import './responses.css'
import { useResponses } from './use-responses.ts'

const words = text.responses

/** Every answer, with the customer behind it. */
export function ResponsesPage({ member }: { member: Member }) {
  const { pairs, segment, filter, link } = useSegment()
  const filters = filterNames.flatMap((name): [string, string][] => {
    const value = filter(name)
    return value === undefined ? [] : [[name, value]]
  })
  const query = useResponses([...pairs, ...filters])
  const items = usePagedItems(query)
  const isNarrowed = filters.length > 0 || segment.all.length > 0

  return (
    <div class="page">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers" aria-live="polite">
          {query.data && words.total(query.data.pages[0]?.total ?? 0)}
        </p>
      </div>
      <ResponseFilters />
      <PagedList query={query} items={items} height={640}>
        {(loaded) =>
          loaded.length === 0 ? (
            <div class="card">
              <Blank title={words.empty.title} body={isNarrowed ? words.empty.filtered : words.empty.never} />
            </div>
          ) : (
            <ResponseRows
              items={loaded}
              name="responses"
              member={member}
              hrefOf={({ id }) => link(`/responses/${id}`, Object.fromEntries(filters))}
            />
          )
        }
      </PagedList>
    </div>
  )
}
