import type { IdeaItem, IdeaList, IdeaSort, IdeaState, Member, Workspace } from '@heed/contracts'
import { ArrowDown, Plus } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { giveFocus } from '../../ui/give-focus.ts'
import { useListKeys } from '../../ui/list-keys.ts'
import { Blank, Loaded, Skeleton } from '../../ui/loaded.tsx'
import { formatCount, formatShare } from '../../ui/numbers.ts'
import { PageHeading } from '../../ui/page-heading.tsx'
import { SearchField } from '../people/search-field.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { useAreas } from '../tickets/use-tickets.ts'
import { AccountShare } from './account-share.tsx'
import { IdeaForm } from './idea-form.tsx'
import { IdeaRow } from './idea-row.tsx'
import { ideaStates } from './idea-words.ts'
import './ideas.css'
import { filterNames, listFilters } from './list-filters.ts'
import { useIdeaCreation, useIdeas } from './use-ideas.ts'

const words = text.ideas
const sorts: IdeaSort[] = ['votes', 'accounts', 'spend', 'balanced']

type Props = { workspace: Workspace; member: Member }

/** What customers wish for, and whose revenue waits for it. */
export function IdeasPage({ workspace, member }: Props) {
  const { pairs, filter, link } = useSegment()
  const { route } = useLocation()
  const sort = sorts.find((each) => each === filter('sort')) ?? 'votes'
  const filters = filterNames.flatMap((name) => {
    const value = filter(name)
    return value ? [[name, value] satisfies [string, string]] : []
  })
  const query = useIdeas([...pairs, ['sort', sort], ...filters])
  const creation = useIdeaCreation()
  const [creates, setCreates] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = () => {
    setCreates(false)
    creation.reset()
    giveFocus(button.current)
  }
  const total = query.data && Object.values(query.data.states).reduce((sum, ideas) => sum + ideas, 0)

  return (
    <div class="page">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers" aria-live="polite">
          {total !== undefined && words.total(total)}
        </p>
        {member.role !== 'viewer' && (
          <button
            ref={button}
            type="button"
            class="button idea-new"
            data-look="main"
            aria-haspopup="dialog"
            onClick={() => setCreates(true)}
          >
            <Plus size={16} aria-hidden="true" />
            {words.create}
          </button>
        )}
      </div>
      <Loaded query={query} skeleton={<Skeleton height={640} />}>
        {(list) =>
          total === 0 && filters.length === 0 ? (
            <NoIdeas />
          ) : (
            <div class="idea-list">
              <Filters states={list.states} />
              <Ideas list={list} sort={sort} workspace={workspace} member={member} />
            </div>
          )
        }
      </Loaded>
      {creates && (
        <IdeaForm
          memberId={member.id}
          title={text.idea.form.createTitle}
          confirm={text.idea.form.create}
          showsSimilar
          isPending={creation.isPending}
          error={creation.error}
          onSave={({ title = '', body, areaId = null }) =>
            creation.mutateAsync(
              { title, body: body ?? '', areaId },
              { onSuccess: ({ id }) => route(link(`/ideas/${id}`, listFilters(filter))) },
            )
          }
          onClose={close}
        />
      )}
    </div>
  )
}

function Filters({ states }: { states: IdeaList['states'] }) {
  const { filter, filtered } = useSegment()
  const { route } = useLocation()
  const areas = useAreas()
  const state = filter('state')
  const tabs: (IdeaState | undefined)[] = [undefined, ...ideaStates]
  const all = Object.values(states).reduce((sum, ideas) => sum + ideas, 0)
  return (
    <div class="filters">
      <nav class="segmented" aria-label={words.states}>
        {tabs.map((each) => (
          <a key={each ?? ''} href={filtered({ state: each })} aria-current={each === state ? 'true' : undefined}>
            {each === undefined ? words.allStates : words.state[each]}
            <span class="soft numbers">{formatCount(each === undefined ? all : states[each])}</span>
          </a>
        ))}
      </nav>
      {(areas.data?.items.length ?? 0) > 0 && (
        <select
          class="select"
          aria-label={words.area}
          value={filter('areaId') ?? ''}
          onChange={(event) => route(filtered({ areaId: event.currentTarget.value || undefined }))}
        >
          <option value="">{words.allAreas}</option>
          {areas.data?.items.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <SearchField label={words.search} placeholder={words.searchPlaceholder} />
    </div>
  )
}

type IdeasProps = { list: IdeaList; sort: IdeaSort; workspace: Workspace; member: Member }

function Ideas({ list: { items, accountShare }, sort, workspace: { currency }, member }: IdeasProps) {
  const rows = useRef<HTMLElement>(null)
  useListKeys(rows, 'ideas', items.length > 0)
  if (items.length === 0) return <NothingFound />
  return (
    <section class="card panel" ref={rows}>
      <table class="figures ideas">
        <caption class="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.idea}</th>
            <SortHead by="votes" sort={sort} label={words.columns.votes} />
            <SortHead by="accounts" sort={sort} label={words.columns.accounts} />
            <SortHead by="spend" sort={sort} label={words.columns.spend(currency)} />
            <SortHead by="balanced" sort={sort} label={words.columns.balanced} />
            <th scope="col">{words.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((idea: IdeaItem) => (
            <IdeaRow key={idea.id} idea={idea} currency={currency} />
          ))}
        </tbody>
      </table>
      <p class="soft small idea-counting">
        {words.counting(formatShare(accountShare))}{' '}
        {(member.role === 'admin' || member.role === 'owner') && <AccountShare share={accountShare} />}
      </p>
    </section>
  )
}

function SortHead({ by, sort, label }: { by: IdeaSort; sort: IdeaSort; label: string }) {
  const { filtered } = useSegment()
  const isSorted = by === sort
  return (
    <th scope="col" class="number" aria-sort={isSorted ? 'descending' : undefined}>
      <a href={filtered({ sort: by === 'votes' ? undefined : by })} title={words.sortBy(label)}>
        {label}
        {isSorted && <ArrowDown size={12} aria-hidden="true" />}
      </a>
    </th>
  )
}

function NothingFound() {
  const { filtered } = useSegment()
  return (
    <div class="card">
      <Blank title={words.empty.noneTitle} body={words.empty.none}>
        <a class="button" href={filtered({ state: undefined, areaId: undefined, search: undefined })}>
          {words.empty.all}
        </a>
      </Blank>
    </div>
  )
}

function NoIdeas() {
  const { segment, cut } = useSegment()
  if (segment.all.length > 0)
    return (
      <div class="card">
        <Blank title={words.empty.filteredTitle} body={words.empty.filtered}>
          <a class="button" href={cut({ all: [] })}>
            {words.empty.everyone}
          </a>
        </Blank>
      </div>
    )
  return (
    <div class="card">
      <Blank title={words.empty.title} body={words.empty.never}>
        <code class="idea-snippet">heed('open', 'ideas')</code>
      </Blank>
    </div>
  )
}
