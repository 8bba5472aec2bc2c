import type { ArticleContent, ArticlePreview } from '@heed/contracts'
import type { RefObject } from 'preact'
import { text } from '../../locales/text.ts'
import { ProblemNotice } from '../../ui/problem-notice.tsx'
import { ArticleBody } from './article-body.tsx'
import { directionOf } from './languages.ts'

const words = text.articles.editor.preview

type Props = {
  content: ArticleContent
  preview: ArticlePreview | undefined
  error: unknown
  pane: RefObject<HTMLElement>
}

/** The article as the help centre will show it. */
export function PreviewPane({ content, preview, error, pane }: Props) {
  const { locale, title, summary, body } = content
  const isEmpty = title.trim() === '' && body.trim() === ''
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and not every browser lets the keyboard into it
    <section class="card article-preview" aria-label={words.label} tabIndex={0} ref={pane}>
      {error !== null && (
        <div role="status">
          <p class="soft small">{words.failed}</p>
          <ProblemNotice error={error} />
        </div>
      )}
      {isEmpty ? (
        <p class="soft">{words.empty}</p>
      ) : (
        <article class="article-text" lang={locale} dir={directionOf(locale)}>
          <h2 class="article-text-title">{title}</h2>
          {summary && <p class="article-text-summary">{summary}</p>}
          <ArticleBody nodes={preview?.body ?? []} />
        </article>
      )}
    </section>
  )
}
