import type { ArticleContent } from '@heed/contracts'
import { longestArticleSummary, longestArticleTitle } from '@heed/contracts/article-limits'
import { useEffect, useId, useRef } from 'preact/hooks'
import { text } from '../../locales/text.ts'
import type { ArticleDraft } from './article-draft.ts'
import { type FieldFaults, faultOf } from './field-faults.ts'
import { directionOf } from './languages.ts'

const words = text.articles.editor

type Props = {
  draft: ArticleDraft
  content: ArticleContent
  isNew: boolean
  mayWrite: boolean
  faults: FieldFaults
}

/** What an article is called and, in a line or two, about. */
export function TitleFields({ draft, content, isNew, mayWrite, faults }: Props) {
  const title = useRef<HTMLInputElement>(null)
  const id = useId()
  const isEmpty = content.title === ''
  // One begins with it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the page opens, not whenever the title is empty
  useEffect(() => {
    if (isNew && isEmpty) title.current?.focus()
  }, [])
  const direction = directionOf(content.locale)
  const given = (field: 'title' | 'summary') => {
    const fault = faultOf(faults, field)
    return {
      lang: content.locale,
      readOnly: !mayWrite,
      'aria-invalid': fault !== undefined,
      'aria-describedby': fault && `${id}-${field}`,
    }
  }
  const note = (field: 'title' | 'summary') => {
    const fault = faultOf(faults, field)
    return (
      fault && (
        <p class="field-error" id={`${id}-${field}`}>
          {fault}
        </p>
      )
    )
  }
  return (
    <div class="article-titles">
      <input
        ref={title}
        class="input article-title"
        aria-label={words.title}
        placeholder={words.titleHint}
        maxLength={longestArticleTitle}
        autocomplete="off"
        dir={isEmpty ? 'auto' : direction}
        value={content.title}
        onInput={(event) => draft.edit({ title: event.currentTarget.value })}
        onBlur={draft.settle}
        {...given('title')}
      />
      {note('title')}
      <textarea
        class="input article-summary"
        aria-label={words.summary}
        placeholder={words.summaryHint}
        maxLength={longestArticleSummary}
        rows={2}
        dir={content.summary ? direction : 'auto'}
        value={content.summary ?? ''}
        onInput={(event) => draft.edit({ summary: event.currentTarget.value || null })}
        {...given('summary')}
      />
      {note('summary')}
    </div>
  )
}
