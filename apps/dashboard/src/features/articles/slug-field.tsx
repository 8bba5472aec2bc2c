import type { ArticleDetail } from '@heed/contracts'
import { useId, useState } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import type { ArticleDraft } from './article-draft.ts'
import { type FieldFaults, faultOf } from './field-faults.ts'

const words = text.articles.editor.details

type Props = {
  draft: ArticleDraft
  article: ArticleDetail | null
  slug: string
  mayWrite: boolean
  faults: FieldFaults
}

/** Blanks and underlines as what joins words in an address. What else does not fit, the server says. */
const tidied = (typed: string) =>
  typed
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-')

/** The article's own part of its address. It counts once it is written to the end: half of one would be a place too. */
export function SlugField({ draft, article, slug, mayWrite, faults }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  const id = useId()
  const fault = faultOf(faults, 'slug')
  const take = () => {
    const next = tidied(typed ?? slug)
    setTyped(null)
    // An article that is there has an address.
    if (next !== slug && (next !== '' || article === null)) draft.edit({ slug: next })
  }
  const redirects = article?.redirects ?? []
  return (
    <div class="field">
      <label for={id}>{words.slug}</label>
      <input
        id={id}
        class="input"
        dir="auto"
        maxLength={120}
        autocomplete="off"
        spellcheck={false}
        readOnly={!mayWrite}
        placeholder={words.slugNew}
        value={typed ?? slug}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-hint`}
        onInput={(event) => setTyped(event.currentTarget.value)}
        onBlur={take}
        onKeyDown={(event) => event.key === 'Enter' && !event.isComposing && take()}
      />
      <div class="small article-hints" id={`${id}-hint`}>
        {fault && <p class="field-error">{fault}</p>}
        <p class="soft">{words.slugHint}</p>
        {article && <p class="soft">{words.slugMoves}</p>}
        {redirects.length > 0 && <p class="soft">{words.redirects(redirects.map((each) => `/${each}`).join(', '))}</p>}
      </div>
    </div>
  )
}
