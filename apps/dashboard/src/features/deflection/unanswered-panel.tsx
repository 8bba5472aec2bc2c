import type { Member, UnansweredGroup, Workspace } from '@heed/contracts'
import { ChevronDown, SquarePen } from 'lucide-preact'
import { useId, useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { useListKeys } from '../../ui/list-keys.ts'
import { Blank, Loaded, Skeleton } from '../../ui/loaded.tsx'
import { formatMoney } from '../../ui/numbers.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { valueName } from '../segments/field-names.ts'
import type { Pairs } from '../segments/segment-url.ts'
import { useSegment } from '../segments/use-segment.ts'
import { periodPairs, readCut, readKind, readPeriod, requestKinds } from './deflection-view.ts'
import { NoRequests } from './no-requests.tsx'
import { useDeflection, useUnanswered } from './use-deflection.ts'
import { draftFilters } from './write-address.ts'

const words = text.deflection.unanswered
/** The most frequent are what matters; the long tail comes on demand. */
const atOnce = 25

type Props = { workspace: Workspace; member: Member }

/** What people ask and do not find, worded alike; each leads to the article that would answer it. */
export function UnansweredPanel({ workspace, member }: Props) {
  const { pairs, filter, filtered } = useSegment()
  const kind = readKind(filter)
  const kindPairs: Pairs = kind === undefined ? [] : [['kind', kind]]
  const query = useUnanswered([...pairs, ...periodPairs(readPeriod(filter)), ...kindPairs])
  const list = useRef<HTMLUListElement>(null)
  const [shown, setShown] = useState(atOnce)
  useListKeys(list, 'unanswered', (query.data?.items.length ?? 0) > 0)

  return (
    <div class="unanswered">
      <p class="soft unanswered-lead">{words.lead}</p>
      <div class="panel-head">
        <nav class="segmented" aria-label={words.kinds.label}>
          {[undefined, ...requestKinds].map((each) => (
            <a key={each ?? ''} href={filtered({ kind: each })} aria-current={kind === each ? 'true' : undefined}>
              {words.kinds[each ?? 'all']}
            </a>
          ))}
        </nav>
        <p class="soft numbers" aria-live="polite">
          {query.data && words.total(query.data.items.length, query.data.groups, query.data.requests)}
        </p>
      </div>
      <Loaded query={query} skeleton={<Skeleton height={480} />}>
        {({ items }) =>
          items.length === 0 ? (
            <NothingUnanswered />
          ) : (
            <>
              <ul class="rows card" ref={list}>
                {items.slice(0, shown).map((group) => (
                  <Group
                    key={group.id}
                    group={group}
                    currency={workspace.currency}
                    mayWrite={member.role !== 'viewer'}
                  />
                ))}
              </ul>
              {items.length > shown && (
                <button type="button" class="button more" onClick={() => setShown(shown + atOnce)}>
                  {text.common.loadMore}
                </button>
              )}
            </>
          )
        }
      </Loaded>
    </div>
  )
}

/** All was found, or nobody asked at all. */
function NothingUnanswered() {
  const { pairs, filter } = useSegment()
  const query = useDeflection([...pairs, ...periodPairs(readPeriod(filter))], readCut(filter))
  return (
    <Loaded query={query} skeleton={<Skeleton height={480} />}>
      {({ report: { asked, searched } }) =>
        asked + searched === 0 ? (
          <NoRequests />
        ) : (
          <div class="card">
            <Blank title={words.empty.title} body={words.empty.body} />
          </div>
        )
      }
    </Loaded>
  )
}

type GroupProps = { group: UnansweredGroup; currency: string; mayWrite: boolean }

function Group({ group, currency, mayWrite }: GroupProps) {
  const { wording, wordings, locale, requests, searches, people, accounts, spendMinor, lastAt, draft } = group
  const { link } = useSegment()
  const [isOpen, setOpen] = useState(false)
  const id = useId()
  return (
    <li class="row unanswered-row">
      <div class="row-body">
        <p class="row-comment clamp" dir="auto">
          {wording}
        </p>
        <p class="row-facts soft numbers">
          <strong>{words.requests(requests)}</strong>
          {searches > 0 && <span>{words.searches(searches)}</span>}
          {people > 0 && <span>{words.people(people)}</span>}
          {accounts > 0 && <span>{words.accounts(accounts)}</span>}
          {spendMinor > 0 && <span>{words.waits(formatMoney(spendMinor, currency))}</span>}
          <span>
            {words.last} <RelativeTime at={lastAt} />
          </span>
          {locale !== null && <span class="tag">{valueName('locale', locale)}</span>}
        </p>
        {wordings.length > 0 && (
          <button
            type="button"
            class="link-button wordings-button small"
            aria-expanded={isOpen}
            aria-controls={id}
            onClick={() => setOpen(!isOpen)}
          >
            {words.others(wordings.length)}
            <ChevronDown size={14} aria-hidden="true" />
          </button>
        )}
        <ul class="wordings" id={id} hidden={!isOpen}>
          {wordings.map((each) => (
            <li key={each} class="clamp" dir="auto">
              {each}
            </li>
          ))}
        </ul>
      </div>
      {mayWrite && (
        <a
          class="button"
          href={link('/articles/new', draftFilters(draft))}
          aria-label={words.writeNamed(wording)}
          data-row
        >
          <SquarePen size={16} aria-hidden="true" />
          {words.write}
        </a>
      )}
    </li>
  )
}
