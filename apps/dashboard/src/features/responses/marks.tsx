import type { ResponseItem } from '@heed/contracts'
import { Star, Tag } from 'lucide-preact'
import { text } from '../../locales/text.ts'

const words = text.responses.marks

type Answer = Pick<ResponseItem, 'id' | 'starred' | 'areas'>
type Props = {
  answer: Answer
  /** Null for who may only look. */
  acts: { star: (answer: Answer) => void; areas: (answer: Answer) => void } | null
}

/** What the team marked an answer with: a star, and the areas that it is about. */
export function Marks({ answer, acts }: Props) {
  const { starred, areas } = answer
  return (
    <div class="marks">
      {areas.map(({ id, name }) => (
        <span class="tag" key={id}>
          <bdi>{name}</bdi>
        </span>
      ))}
      {acts ? (
        <>
          <button
            type="button"
            class="icon-button"
            aria-label={words.areas}
            title={words.areas}
            aria-haspopup="dialog"
            onClick={() => acts.areas(answer)}
          >
            <Tag size={16} aria-hidden="true" />
          </button>
          <button
            type="button"
            class="icon-button star"
            aria-pressed={starred}
            aria-label={words.star}
            title={starred ? words.unstar : words.star}
            onClick={() => acts.star(answer)}
          >
            <Star size={16} aria-hidden="true" />
          </button>
        </>
      ) : (
        starred && <Star class="star" size={16} role="img" aria-label={words.starred} aria-hidden={false} />
      )}
    </div>
  )
}
