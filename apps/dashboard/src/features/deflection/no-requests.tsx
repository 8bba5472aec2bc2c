import { text } from '../../locales/text.ts'
import { Blank } from '../../ui/loaded.tsx'
import { useSegment } from '../segments/use-segment.ts'

const words = text.deflection

/** In the place of what is made of requests where nobody asked: what may be the reason, and what to do. */
export function NoRequests() {
  const { segment, cut, link, filter } = useSegment()
  const isNarrowed = segment.all.length > 0
  // A chosen period may be the reason too; of a new workspace no period is chosen.
  const isChosen = filter('days') !== undefined || filter('from') !== undefined
  return (
    <div class="card">
      <Blank
        title={isNarrowed || isChosen ? words.empty.filteredTitle : words.empty.title}
        body={isNarrowed || isChosen ? words.empty.filtered : words.empty.body}
      >
        {isNarrowed ? (
          <a class="button" href={cut({ all: [] })}>
            {words.empty.everyone}
          </a>
        ) : (
          !isChosen && (
            <a class="button" href={link('/articles')}>
              {words.empty.action}
            </a>
          )
        )}
      </Blank>
    </div>
  )
}
