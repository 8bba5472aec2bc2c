import type { IdeaDetail } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { listFilters } from './list-filters.ts'
import { useIdeaUnmerge } from './use-idea.ts'

const words = text.idea.merging

type Props = { idea: IdeaDetail; mayChange: boolean }

/** Said after a merge, on the page of the idea that stands, with the way back. */
export function MergedNotice({ idea, mayChange }: Props) {
  const { filter, link } = useSegment()
  const { route } = useLocation()
  const unmerge = useIdeaUnmerge()
  const merged = idea.merged.find(({ id }) => id === filter('merged'))
  return (
    <div class="idea-said" aria-live="polite">
      {merged && (
        <p class="said">
          <span dir="auto">{words.merged(merged.title)}</span>
          {mayChange && (
            <button
              type="button"
              class="button"
              aria-disabled={unmerge.isPending}
              onClick={() => {
                if (!unmerge.isPending)
                  unmerge.mutate(merged.id, {
                    onSuccess: () => route(link(`/ideas/${merged.id}`, listFilters(filter)), true),
                  })
              }}
            >
              {words.undo}
            </button>
          )}
        </p>
      )}
      {unmerge.isError && <ProblemNotice error={unmerge.error} />}
    </div>
  )
}

/** Ideas that are the same as this one, each of which can stand by itself again. */
export function MergedIdeas({ idea, mayChange }: Props) {
  const unmerge = useIdeaUnmerge()
  if (idea.merged.length === 0) return null
  return (
    <section class="card panel">
      <h2>{words.list}</h2>
      {unmerge.isError && <ProblemNotice error={unmerge.error} />}
      <ul class="idea-links">
        {idea.merged.map(({ id, title, votes }) => (
          <li key={id}>
            <p dir="auto">{title}</p>
            <p class="row-facts soft">
              <span class="numbers">{words.came(votes)}</span>
              {mayChange && (
                <button
                  type="button"
                  class="link-button"
                  aria-label={words.apartOf(title)}
                  onClick={() => {
                    if (!unmerge.isPending) unmerge.mutate(id)
                  }}
                >
                  {words.apart}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
