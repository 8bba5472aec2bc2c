import type { IdeaDetail } from '@heed/contracts'
import { useLocation } from 'preact-iso'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { listFilters } from './list-filters.ts'
import { useIdea, useIdeaRemoval } from './use-idea.ts'

const words = text.idea.removing

/** Asks before an idea goes, and names what goes with it, as it is by now. */
export function DeleteIdea({ idea: shown, onClose }: { idea: IdeaDetail; onClose: () => void }) {
  const { data: idea = shown } = useIdea(shown.id)
  const removal = useIdeaRemoval(idea.id)
  const { route } = useLocation()
  const { link, filter } = useSegment()
  return (
    <Confirm
      title={words.title(idea.title)}
      confirm={words.confirm}
      cancel={words.cancel}
      isPending={removal.isPending}
      error={removal.error}
      onConfirm={() =>
        removal.mutate(idea.updatedAt, { onSuccess: () => route(link('/ideas', listFilters(filter)), true) })
      }
      onClose={onClose}
    >
      <p>{words.body}</p>
      <ul class="deeds">
        <li>{words.votes(idea.votes)}</li>
        {idea.merged.length > 0 && <li dir="auto">{words.merged(idea.merged.map(({ title }) => title))}</li>}
      </ul>
      <p>{words.instead}</p>
    </Confirm>
  )
}
