import type { IdeaItem, IdeaSort, Member, Workspace } from '@heed/contracts'
import { ArrowDown } from 'lucide-preact'
import { text } from '../../locales/text.ts'
import { Blank, Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { IdeaRow } from './idea-row.tsx'
import './ideas.css'
import { useIdeas } from './use-ideas.ts'

const words = text.ideas
const sorts: IdeaSort[] = ['votes', 'accounts', 'spend']

type Props = { workspace: Workspace; member: Member }

/** What customers wish for, and whose revenue waits for it. */
export function IdeasPage({ workspace, member }: Props) {
  const { pairs, filter } = useSegment()
  const sort = sorts.find((each) => each === filter('sort')) ?? 'votes'
  const query = useIdeas([...pairs, ['sort', sort]])
  return (
    <div class="page">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers" aria-live="polite">
          {query.data && words.total(query.data.items.length)}
        </p>
      </div>
      <Loaded query={query} skeleton={<Skeleton height={640} />}>
        {({ items }) =>
          items.length === 0 ? (
            <NoIdeas />
          ) : (
            <Ideas items={items} sort={sort} currency={workspace.currency} mayChange={member.role !== 'viewer'} />
          )
        }
      </Loaded>
    </div>
  )
}

type IdeasProps = { items: IdeaItem[]; sort: IdeaSort; currency: string; mayChange: boolean }

function Ideas({ items, sort, currency, mayChange }: IdeasProps) {
  return (
    <section class="card panel">
      <table class="figures ideas">
        <caption class="visually-hidden">{words.table}</caption>
        <thead>
          <tr>
            <th scope="col">{words.columns.idea}</th>
            <SortHead by="votes" sort={sort} label={words.columns.votes} />
            <SortHead by="accounts" sort={sort} label={words.columns.accounts} />
            <SortHead by="spend" sort={sort} label={words.columns.spend(currency)} />
            <th scope="col">{words.columns.state}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((idea) => (
            <IdeaRow key={idea.id} idea={idea} currency={currency} mayChange={mayChange} />
          ))}
        </tbody>
      </table>
      <p class="soft small">{words.counting}</p>
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
