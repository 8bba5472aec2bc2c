import { text } from '../locales/text.ts'
import { ProblemNotice } from './problem-notice.tsx'

type Query = {
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  error: unknown
  fetchNextPage: () => unknown
}

/** Loads the next page of a list below what is there. */
export function MoreButton({ query }: { query: Query }) {
  if (query.isFetchNextPageError)
    return <ProblemNotice error={query.error} onRetry={() => void query.fetchNextPage()} />
  if (!query.hasNextPage) return null
  return (
    <button
      type="button"
      class="button more"
      aria-disabled={query.isFetchingNextPage}
      onClick={() => !query.isFetchingNextPage && void query.fetchNextPage()}
    >
      {query.isFetchingNextPage ? text.common.loadingMore : text.common.loadMore}
    </button>
  )
}
