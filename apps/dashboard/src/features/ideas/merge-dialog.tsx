import type { IdeaDetail, IdeaItem } from '@heed/contracts'
import { useState } from 'preact/hooks'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { Modal } from '../../ui/modal.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { IdeaFinder } from './idea-finder.tsx'
import { listFilters } from './list-filters.ts'
import { useIdeaMerge } from './use-idea.ts'

const words = text.idea.merging

/** Says which idea this one is the same as, and what then happens. */
export function MergeDialog({ idea, onClose }: { idea: IdeaDetail; onClose: () => void }) {
  const { link, filter } = useSegment()
  const { route } = useLocation()
  const [into, setInto] = useState<IdeaItem | null>(null)
  const merge = useIdeaMerge(idea.id)
  return (
    <Modal title={into ? words.into(into.title) : words.title} onClose={onClose}>
      <div class="confirm">
        <p>{words.body}</p>
        {into ? (
          <>
            <dl class="facts numbers">
              {[idea, into].map(({ id, title, votes }) => (
                <div key={id} class="merge-side">
                  <dt dir="auto">{title}</dt>
                  <dd>{words.votes(votes)}</dd>
                </div>
              ))}
            </dl>
            {merge.isError && <ProblemNotice error={merge.error} />}
            <div class="confirm-actions">
              <button type="button" class="button" onClick={() => setInto(null)}>
                {words.cancel}
              </button>
              <button
                type="button"
                class="button"
                data-look="main"
                aria-disabled={merge.isPending}
                onClick={() => {
                  if (merge.isPending) return
                  merge.mutate(into.id, {
                    onSuccess: ({ id }) => route(link(`/ideas/${id}`, { ...listFilters(filter), merged: idea.id })),
                  })
                }}
              >
                {words.confirm}
              </button>
            </div>
          </>
        ) : (
          <IdeaFinder
            label={words.search}
            none={words.none}
            offers={({ id }) => id !== idea.id}
            chooseWords={words.into}
            onChoose={setInto}
          />
        )}
      </div>
    </Modal>
  )
}
