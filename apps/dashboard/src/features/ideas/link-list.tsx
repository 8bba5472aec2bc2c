import type { IdeaDetail, IdeaLink } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { personName } from '../../ui/customer-facts.tsx'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { useSegment } from '../segments/use-segment.ts'
import { useUnlinking } from './use-idea.ts'

const words = text.idea.links

/** Tickets and answers that speak of the idea, in the customers' words. */
export function LinkList({ idea, mayChange }: { idea: IdeaDetail; mayChange: boolean }) {
  const { link } = useSegment()
  const unlinking = useUnlinking()
  const wordsOf = (each: IdeaLink) => each.words || words.noWords
  return (
    <section class="card panel">
      <h2>{words.title}</h2>
      {idea.links.length === 0 && <p class="soft">{words.none}</p>}
      {unlinking.isError && <ProblemNotice error={unlinking.error} />}
      <ul class="idea-links">
        {idea.links.map((each) => (
          <li key={each.targetId}>
            <a
              class="clamp"
              href={link(each.number === null ? `/responses/${each.targetId}` : `/tickets/${each.targetId}`)}
              dir="auto"
            >
              {wordsOf(each)}
            </a>
            <p class="row-facts soft">
              <span>{each.number === null ? words.answer : words.ticket(each.number)}</span>
              <bdi>{personName(each.person)}</bdi>
              <RelativeTime at={each.createdAt} />
              {mayChange && (
                <button
                  type="button"
                  class="link-button"
                  aria-label={words.removeOf(wordsOf(each))}
                  onClick={() => {
                    if (!unlinking.isPending) unlinking.mutate({ ideaId: idea.id, targetId: each.targetId })
                  }}
                >
                  {words.remove}
                </button>
              )}
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
