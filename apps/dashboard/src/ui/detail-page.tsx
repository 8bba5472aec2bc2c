import { ArrowLeft } from 'lucide-preact'
import type { ComponentChildren } from 'preact'
import { useLocation } from 'preact-iso'
import { useKeys } from './keyboard.ts'
import { Loaded, type LoadedQuery, Skeleton } from './loaded.tsx'
import { PageHeading } from './page-heading.tsx'

type Props<T> = {
  query: LoadedQuery<T>
  /** Address of the list that one came from; `u` goes there too. */
  back: string
  words: { back: string; heading: string }
  /** Of what is to come, in pixels. */
  height?: number
  children: (data: T) => ComponentChildren
}

/** The page of one thing out of a list, with the way back to the list as it was. */
export function DetailPage<T>({ query, back, words, height = 560, children }: Props<T>) {
  const { route } = useLocation()
  useKeys({ u: () => route(back) })
  return (
    <div class="page">
      <a class="back" href={back}>
        <ArrowLeft size={16} aria-hidden="true" class="flips" />
        {words.back}
      </a>
      {query.error && query.data === undefined && <PageHeading title={words.heading} />}
      <Loaded query={query} skeleton={<Skeleton height={height} />}>
        {children}
      </Loaded>
    </div>
  )
}
