import type { ComponentChildren } from 'preact'
import { useMemo } from 'preact/hooks'
import { Loaded, Skeleton } from './loaded.tsx'
import { MoreButton } from './more-button.tsx'

type PagedQuery<Item> = {
  data: { pages: { items: Item[] }[] } | undefined
  error: unknown
  isPlaceholderData: boolean
  refetch: () => unknown
  hasNextPage: boolean
  isFetchingNextPage: boolean
  isFetchNextPageError: boolean
  fetchNextPage: () => unknown
}

/** All that was loaded so far, as one list; undefined before the first page. */
export const usePagedItems = <Item,>({ data }: Pick<PagedQuery<Item>, 'data'>): Item[] | undefined =>
  useMemo(() => data?.pages.flatMap((page) => page.items), [data])

type Props<Item> = {
  query: PagedQuery<Item>
  /** From `usePagedItems`, which the page needs for its keys too. */
  items: Item[] | undefined
  /** Of what is to come, in pixels. */
  height: number
  children: (items: Item[]) => ComponentChildren
}

/** A list in all its states, with the next page below. That one page more failed is said there, and not of the whole. */
export function PagedList<Item>({ query, items, height, children }: Props<Item>) {
  return (
    <Loaded
      query={{ ...query, data: items, error: query.isFetchNextPageError ? null : query.error }}
      skeleton={<Skeleton height={height} />}
    >
      {(loaded) => (
        <>
          {children(loaded)}
          <MoreButton query={query} />
        </>
      )}
    </Loaded>
  )
}
