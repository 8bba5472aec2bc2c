import type { TimelineEntry, TimelineKind, Trust } from '@heed/contracts'
import { useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { useListKeys } from '../../ui/list-keys.ts'
import { PagedList, usePagedItems } from '../../ui/paged-list.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { TimelineRow } from './timeline-row.tsx'
import { useTimeline } from './use-person.ts'

const words = text.customers.timeline
const kinds = Object.keys(words.kinds) as TimelineKind[]

type Props = {
  /** `/api/people/ppl_…` or `/api/accounts/acc_…` */
  of: string
  /** How far the page's own customer can be trusted: entries of a verified one say where they are not. */
  trust: Trust
  /** Whether several people are in it, so that each entry says whose it is. */
  names?: boolean
}

/** What happened, newest first; one kind alone where the address says so. */
export function Timeline({ of, trust, names = false }: Props) {
  const { filter, filtered, link } = useSegment()
  const kind = kinds.find((each) => each === filter('kind'))
  const query = useTimeline(of, kind)
  const list = useRef<HTMLUListElement>(null)
  const items = usePagedItems(query)
  useListKeys(list, `timeline of ${of}`, (items?.length ?? 0) > 0)

  return (
    <section class="timeline" aria-labelledby="timeline-title">
      <div class="panel-head">
        <h2 id="timeline-title">{words.title}</h2>
        <nav class="segmented" aria-label={words.filter}>
          {[undefined, ...kinds].map((each) => (
            <a key={each ?? ''} href={filtered({ kind: each })} aria-current={kind === each ? 'true' : undefined}>
              {each === undefined ? words.all : words.kinds[each]}
            </a>
          ))}
        </nav>
      </div>
      <PagedList query={query} items={items} height={320}>
        {(loaded) =>
          loaded.length === 0 ? (
            <p class="card panel soft">{kind === undefined ? words.empty : words.emptyKind}</p>
          ) : (
            <ul class="rows card" ref={list}>
              {loaded.map((entry) => (
                <TimelineRow
                  key={keyOf(entry)}
                  entry={entry}
                  link={link}
                  showsName={names}
                  showsTrust={trust === 'verified'}
                />
              ))}
            </ul>
          )
        }
      </PagedList>
    </section>
  )
}

/** A vote goes by its idea, which others voted for too. */
const keyOf = ({ kind, id, person }: TimelineEntry) => `${kind} ${id} ${person.id}`
