import { CircleAlert } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { text } from '../locales/text.ts'
import { ProblemBlank } from './problem-notice.tsx'

export type LoadedQuery<T> = {
  data: T | undefined
  error: unknown
  isPlaceholderData: boolean
  refetch: () => unknown
}

type Props<T> = { query: LoadedQuery<T>; skeleton: ComponentChildren; children: (data: T) => ComponentChildren }

/** A part of a page in all its states: waiting (layout kept), failed, refreshing, there, there but not up to date. */
export function Loaded<T>({ query, skeleton, children }: Props<T>) {
  const retry = () => void query.refetch()
  if (query.data === undefined) {
    if (query.error) return <ProblemBlank error={query.error} onRetry={retry} />
    return (
      <div aria-busy="true">
        <span class="visually-hidden">{text.common.loading}</span>
        {skeleton}
      </div>
    )
  }
  return (
    <div aria-busy={query.isPlaceholderData}>
      {query.error !== null && query.error !== undefined && (
        <div class="notice" role="status">
          <CircleAlert size={16} aria-hidden="true" />
          <span>{text.common.problem.stale}</span>
          <button type="button" class="button" onClick={retry}>
            {text.common.retry}
          </button>
        </div>
      )}
      <div class="refreshing">{children(query.data)}</div>
    </div>
  )
}

/** Keeps a place of a height while its content is on the way. */
export function Skeleton({ height, width = '100%' }: { height: number; width?: string }) {
  return <span class="skeleton" style={{ blockSize: `${height}px`, inlineSize: width }} />
}

/** Nothing there: why, and the next step. */
export function Blank({ title, body, children }: { title: string; body: string; children?: ComponentChildren }) {
  return (
    <div class="blank">
      <h2>{title}</h2>
      <p>{body}</p>
      {children}
    </div>
  )
}
