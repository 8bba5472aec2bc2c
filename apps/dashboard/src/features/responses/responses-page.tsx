import type { ResponseItem } from '@heed/contracts'
import { useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { chosenOf } from '../../ui/answer-words.ts'
import { accountName, CustomerFacts, personName, TrustTag } from '../../ui/customer-facts.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { Blank } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PagedList, usePagedItems } from '../../ui/paged-list.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { ScoreBadge } from '../../ui/score-badge.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { filterNames, ResponseFilters } from './response-filters.tsx'
import './responses.css'
import { useResponses } from './use-responses.ts'

const words = text.responses

/** Every answer, with the customer behind it. */
export function ResponsesPage() {
  const { pairs, segment, filter, link } = useSegment()
  const filters = filterNames.flatMap((name): [string, string][] => {
    const value = filter(name)
    return value === undefined ? [] : [[name, value]]
  })
  const query = useResponses([...pairs, ...filters])
  const list = useRef<HTMLUListElement>(null)
  const items = usePagedItems(query)
  useListKeys(list, 'responses', (items?.length ?? 0) > 0)
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
            <ul class="rows card" ref={list}>
              {loaded.map((response) => (
                <ResponseRow
                  key={response.id}
                  response={response}
                  href={link(`/responses/${response.id}`, Object.fromEntries(filters))}
                />
              ))}
            </ul>
          )
        }
      </PagedList>
    </div>
  )
}

function ResponseRow({ response, href }: { response: ResponseItem; href: string }) {
  const { kind, surveyName, comment, person, account, snapshot, createdAt } = response
  const chosen = chosenOf(response)
  const said = comment ?? (chosen ? null : words.noComment)
  return (
    <li class="row response-row">
      <ScoreBadge answer={response} />
      <div class="row-body">
        <a class={comment === null && !chosen ? 'row-link soft' : 'row-link row-comment'} href={href} data-row>
          {chosen && (
            <span class="clamp row-chosen" dir="auto">
              {chosen}
            </span>
          )}
          {said !== null && (
            <span class="clamp" dir="auto">
              {said}
            </span>
          )}
        </a>
        <p class="row-facts soft">
          <strong dir="auto">{personName(person)}</strong>
          {kind !== 'nps' && <span dir="auto">{surveyName}</span>}
          {account && <span dir="auto">{accountName(account)}</span>}
          <CustomerFacts snapshot={snapshot} />
          <TrustTag trust={snapshot.trust} />
        </p>
      </div>
      <p class="row-time soft">
        <RelativeTime at={createdAt} />
      </p>
    </li>
  )
}
