import type { TicketItem, Workspace } from '@heed/contracts'
import { Clock, TriangleAlert } from 'lucide-preact'
import { useRef } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { accountName, CustomerFacts, personName, TrustTag } from '../../ui/customer-facts.tsx'
import { useListKeys } from '../../ui/list-keys.ts'
import { Blank } from '../../ui/loaded.tsx'
import { formatDuration } from '../../ui/numbers.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { PagedList, usePagedItems } from '../../ui/paged-list.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useNow } from '../../ui/use-now.ts'
import { useSegment } from '../segments/use-segment.ts'
import './tickets.css'
import { useAreas, useTickets } from './use-tickets.ts'
import { waitingMs } from './waiting.ts'

const words = text.tickets

type State = 'open' | 'closed' | 'all'
const states: State[] = ['open', 'closed', 'all']

/** The inbox: who asked for help, who waits, and for how long. */
export function TicketsPage({ workspace }: { workspace: Workspace }) {
  const { pairs, segment, filter, link } = useSegment()
  const view = readView(filter)
  const query = useTickets([...pairs, ...pairsOf(view)])
  const list = useRef<HTMLUListElement>(null)
  const items = usePagedItems(query)
  useListKeys(list, 'tickets', (items?.length ?? 0) > 0)
  const isNarrowed =
    [view.areaId, view.days, view.firstResponse].some((each) => each !== undefined) ||
    segment.all.length > 0 ||
    view.state !== 'open'

  return (
    <div class="page">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers" aria-live="polite">
          {query.data && words.total(query.data.pages[0]?.total ?? 0)}
        </p>
      </div>
      <TicketFilters view={view} />
      <PagedList query={query} items={items} height={640}>
        {(loaded) =>
          loaded.length === 0 ? (
            <div class="card">
              <Blank
                title={words.empty.title}
                body={isNarrowed ? words.empty.filtered : view.awaiting ? words.empty.awaiting : words.empty.open}
              />
            </div>
          ) : (
            <ul class="rows card" ref={list}>
              {loaded.map((ticket) => (
                <TicketRow
                  key={ticket.id}
                  ticket={ticket}
                  targetMs={workspace.firstResponseTargetMs}
                  href={link(`/tickets/${ticket.id}`, filtersOf(view))}
                />
              ))}
            </ul>
          )
        }
      </PagedList>
    </div>
  )
}

type FirstResponse = 'any' | 'within' | 'late'
const firstResponses: FirstResponse[] = ['any', 'within', 'late']
const daysOffered = ['30', '90', '365']

type View = {
  state: State
  awaiting: boolean
  areaId: string | undefined
  /** Created in the last so many days. */
  days: string | undefined
  firstResponse: FirstResponse | undefined
}

/** What of the inbox the address asks for; open tickets when it does not say. */
export function readView(filter: (name: string) => string | undefined): View {
  const state = states.find((each) => each === filter('state')) ?? 'open'
  return {
    state,
    awaiting: state !== 'closed' && filter('awaitingReply') === 'true',
    areaId: filter('areaId'),
    days: filter('days'),
    firstResponse: firstResponses.find((each) => each === filter('firstResponse')),
  }
}

/** The view as the address writes it. */
export const filtersOf = ({ state, awaiting, ...others }: View): Record<string, string | undefined> => ({
  state: state === 'open' ? undefined : state,
  awaitingReply: awaiting ? 'true' : undefined,
  ...others,
})

/** The view as the server is asked. */
export const pairsOf = ({ state, awaiting, ...others }: View): [string, string][] => [
  ...(state === 'all' ? [] : [['state', state] satisfies [string, string]]),
  ...(awaiting ? [['awaitingReply', 'true'] satisfies [string, string]] : []),
  ...Object.entries(others).filter((pair): pair is [string, string] => pair[1] !== undefined),
]

function TicketFilters({ view }: { view: View }) {
  const { filtered } = useSegment()
  const { route } = useLocation()
  const areas = useAreas().data?.items ?? []
  const set = (change: Partial<View>) => route(filtered(filtersOf({ ...view, ...change })), true)
  return (
    <fieldset class="filters">
      <legend class="visually-hidden">{words.filters.label}</legend>
      <div class="segmented">
        {states.map((state) => (
          <a
            key={state}
            href={filtered(filtersOf({ ...view, state, awaiting: state === 'closed' ? false : view.awaiting }))}
            aria-current={view.state === state ? 'true' : undefined}
          >
            {words.states[state]}
          </a>
        ))}
      </div>
      {view.state !== 'closed' && (
        <label class="check">
          <input
            type="checkbox"
            checked={view.awaiting}
            onChange={(event) => set({ awaiting: event.currentTarget.checked })}
          />
          {words.filters.awaiting}
        </label>
      )}
      {(areas.length > 0 || view.areaId !== undefined) && (
        <select
          class="select"
          aria-label={words.filters.area}
          value={view.areaId ?? ''}
          onChange={(event) => set({ areaId: event.currentTarget.value || undefined })}
        >
          <option value="">{words.filters.anyArea}</option>
          {areas.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <select
        class="select"
        aria-label={words.filters.period}
        value={view.days ?? ''}
        onChange={(event) => set({ days: event.currentTarget.value || undefined })}
      >
        <option value="">{words.filters.anyTime}</option>
        {[...new Set([...(view.days === undefined ? [] : [view.days]), ...daysOffered])].map((days) => (
          <option key={days} value={days}>
            {words.filters.lastDays(Number(days))}
          </option>
        ))}
      </select>
      <select
        class="select"
        aria-label={words.filters.firstResponse.label}
        value={view.firstResponse ?? ''}
        onChange={(event) => set({ firstResponse: firstResponses.find((each) => each === event.currentTarget.value) })}
      >
        <option value="">{words.filters.firstResponse.all}</option>
        {firstResponses.map((each) => (
          <option key={each} value={each}>
            {words.filters.firstResponse[each]}
          </option>
        ))}
      </select>
    </fieldset>
  )
}

function TicketRow({ ticket, targetMs, href }: { ticket: TicketItem; targetMs: number; href: string }) {
  const { number, state, preview, person, account, snapshot, area } = ticket
  return (
    <li class="row ticket-row" data-awaiting={ticket.awaitingReply}>
      <div class="row-body">
        <p class="ticket-who">
          <a class="row-link" href={href} data-row>
            {personName(person)}
          </a>
          {account && (
            <span class="soft" dir="auto">
              {accountName(account)}
            </span>
          )}
          <span class="soft small numbers">{words.number(number)}</span>
        </p>
        <p class="clamp ticket-preview" dir="auto">
          {preview}
        </p>
        <p class="row-facts soft">
          <CustomerFacts snapshot={snapshot} />
          <TrustTag trust={snapshot.trust} />
          {area && <span class="tag">{area.name}</span>}
          {state === 'closed' && <span class="tag">{words.state.closed}</span>}
        </p>
      </div>
      <Waiting ticket={ticket} targetMs={targetMs} />
    </li>
  )
}

function Waiting({ ticket, targetMs }: { ticket: TicketItem; targetMs: number }) {
  const waited = waitingMs(ticket, useNow())
  if (waited === null)
    return (
      <p class="row-time soft">
        <RelativeTime at={ticket.lastMessageAt} />
      </p>
    )
  const isLate = waited > targetMs
  return (
    <p
      class="row-time waiting"
      data-late={isLate}
      title={isLate ? words.overTarget(formatDuration(targetMs)) : undefined}
    >
      {isLate ? <TriangleAlert size={14} aria-hidden="true" /> : <Clock size={14} aria-hidden="true" />}
      {words.waiting(formatDuration(waited))}
      {isLate && <span class="visually-hidden">. {words.overTarget(formatDuration(targetMs))}</span>}
    </p>
  )
}
