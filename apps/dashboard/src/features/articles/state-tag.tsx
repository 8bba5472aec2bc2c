import type { ArticleState } from '@heed/contracts'
import { CircleCheck, PencilLine } from 'lucide-preact'
import { text } from '../../locales/text.ts'

const icons = { draft: PencilLine, published: CircleCheck } as const satisfies Record<ArticleState, unknown>

/** The state in a word, with a shape beside it. */
export function StateTag({ state }: { state: ArticleState }) {
  const Icon = icons[state]
  return (
    <span class="tag article-state" data-state={state}>
      <Icon size={12} aria-hidden="true" />
      {text.articles.states[state]}
    </span>
  )
}
