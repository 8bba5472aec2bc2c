import type { SavedSegment, Segment } from '@heed/contracts'
import { parseSegment } from '@heed/segments'
import { Bookmark } from 'lucide-preact'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { Popover } from './popover.tsx'
import { customerPairsOf } from './segment-url.ts'
import { factsOf } from './size-in-words.ts'
import { useSavedList } from './use-saved.ts'
import { useSegment } from './use-segment.ts'
import { useSegmentSize } from './use-segment-size.ts'

const words = text.segments.saved

/** The segment that stands for a saved one. */
export const savedAs = (id: string): Segment => ({ all: [{ field: 'segment', id }] })

/** Saved segments with their size; one press looks at one. */
export function SavedMenu({ currency }: { currency: string }) {
  return (
    <Popover
      label={
        <>
          <Bookmark size={16} aria-hidden="true" />
          {words.menu}
        </>
      }
    >
      {(close) => <Panel currency={currency} close={close} />}
    </Popover>
  )
}

function Panel({ currency, close }: { currency: string; close: () => void }) {
  const list = useSavedList()
  const { cut, link } = useSegment()
  const items = list.data?.items ?? []
  return (
    <>
      {list.isError && list.data === undefined && <ProblemNotice error={list.error} onRetry={() => list.refetch()} />}
      {list.data && items.length === 0 && <p class="soft">{words.none}</p>}
      <ul class="saved-list">
        {items.map((saved) => (
          <li key={saved.id}>
            <a href={cut(savedAs(saved.id))} data-stop onClick={close}>
              <strong>
                <bdi>{saved.name}</bdi>
              </strong>
              <Size saved={saved} currency={currency} />
            </a>
          </li>
        ))}
      </ul>
      <a class="saved-all" href={link('/segments')} data-stop onClick={close}>
        {words.all}
      </a>
    </>
  )
}

function Size({ saved, currency }: { saved: SavedSegment; currency: string }) {
  const size = useSegmentSize(customerPairsOf(parseSegment(saved.segment).segment))
  return <span class="soft small numbers">{size.data ? factsOf(size.data, currency).join(' · ') : ' '}</span>
}
