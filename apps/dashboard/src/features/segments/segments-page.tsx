import type { Member, SavedSegment, SegmentNode, Workspace } from '@heed/contracts'
import { Plus } from 'lucide-preact'
import { useRef, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import { giveFocus } from '../../ui/give-focus.ts'
import { Blank, Loaded, Skeleton } from '../../ui/loaded.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { DeleteSegment } from './delete-segment.tsx'
import { SavedEditor } from './saved-editor.tsx'
import { SavedTable } from './saved-table.tsx'
import './segments-page.css'
import { useSavedList, useSegmentSaving } from './use-saved.ts'
import { useSegment } from './use-segment.ts'

const words = text.segments.page

type Props = { workspace: Workspace; member: Member }
type Open = { what: 'new' } | { what: 'edit' | 'delete'; saved: SavedSegment } | null
/** What was done last, and the deleted segment that can be brought back. */
type Said = { words: string; removed?: SavedSegment } | null

/** Customers under a name: how many each holds, and all that can be done with them. */
export function SegmentsPage({ workspace, member }: Props) {
  const list = useSavedList()
  const saving = useSegmentSaving()
  const { segment, setSegment } = useSegment()
  const [open, setOpen] = useState<Open>(null)
  const [said, setSaid] = useState<Said>(null)
  const opener = useRef<HTMLElement | null>(null)
  const create = useRef<HTMLButtonElement>(null)
  const mayChange = member.role !== 'viewer'
  const items = list.data?.items ?? []

  const show = (next: Open, button: HTMLElement | null) => {
    opener.current = button
    saving.reset()
    setOpen(next)
  }
  const close = () => {
    setOpen(null)
    giveFocus(opener.current?.isConnected ? opener.current : create.current)
  }
  const add = (segment: Pick<SavedSegment, 'name' | 'segment'>, done: (name: string) => string) => {
    if (saving.isPending) return
    saving.mutate(
      { name: segment.name, segment: segment.segment },
      { onSuccess: (saved) => setSaid({ words: done(saved.name) }) },
    )
  }

  return (
    <div class="page">
      <div class="page-head">
        <PageHeading title={words.title} />
        <p class="soft numbers">{list.data && words.total(items.length)}</p>
        {mayChange && (
          <button
            ref={create}
            type="button"
            class="button page-act"
            onClick={() => show({ what: 'new' }, create.current)}
          >
            <Plus size={16} aria-hidden="true" />
            {words.create}
          </button>
        )}
      </div>
      <p class="soft lead">{words.lead}</p>
      <div class="segment-said" aria-live="polite">
        {said && (
          <p class="said">
            {said.words}
            {said.removed && (
              <button
                type="button"
                class="button"
                onClick={() => {
                  if (said.removed) add(said.removed, words.restored)
                  create.current?.focus()
                }}
              >
                {words.undo}
              </button>
            )}
          </p>
        )}
      </div>
      {saving.isError && <ProblemNotice error={saving.error} />}
      <Loaded query={list} skeleton={<Skeleton height={360} />}>
        {() =>
          items.length === 0 ? (
            <div class="card">
              <Blank title={words.empty.title} body={words.empty.body}>
                {mayChange && (
                  <button
                    type="button"
                    class="button"
                    data-look="main"
                    onClick={() => show({ what: 'new' }, create.current)}
                  >
                    {words.create}
                  </button>
                )}
              </Blank>
            </div>
          ) : (
            <SavedTable
              items={items}
              currency={workspace.currency}
              acts={
                mayChange
                  ? {
                      edit: (saved, button) => show({ what: 'edit', saved }, button),
                      remove: (saved, button) => show({ what: 'delete', saved }, button),
                      duplicate: (saved) => add({ ...saved, name: copyName(saved.name, items) }, words.duplicated),
                    }
                  : null
              }
            />
          )
        }
      </Loaded>
      {(open?.what === 'new' || open?.what === 'edit') && (
        <SavedEditor
          currency={workspace.currency}
          saved={open.what === 'edit' ? open.saved : null}
          onSaved={(saved) => setSaid({ words: words.saved(saved.name) })}
          onClose={close}
        />
      )}
      {open?.what === 'delete' && (
        <DeleteSegment
          saved={open.saved}
          onRemoved={() => {
            // Looking at customers of a segment that is gone would be looking at an error.
            const kept = segment.all.filter((node) => !isSaved(node, open.saved.id))
            if (kept.length < segment.all.length) setSegment({ all: kept }, true)
            setSaid({ words: words.removed(open.saved.name), removed: open.saved })
            opener.current = null // it goes with its row
          }}
          onClose={close}
        />
      )}
    </div>
  )
}

const isSaved = (node: SegmentNode, id: string): boolean =>
  'field' in node && node.field === 'segment' && node.id === id

/** A name of a copy that no other segment has. */
function copyName(name: string, items: SavedSegment[]): string {
  const taken = new Set(items.map((each) => each.name))
  const short = name.slice(0, 85) // leaves room within the longest name there may be
  let count = 1
  while (taken.has(words.copyOf(short, count))) count++
  return words.copyOf(short, count)
}
