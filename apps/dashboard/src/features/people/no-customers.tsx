import type { ComponentChildren } from 'preact'
import { text } from '../../locales/text.ts'
import { Blank } from '../../ui/loaded.tsx'
import { useSegment } from '../segments/use-segment.ts'

const common = text.people.empty

type Props = {
  words: {
    title: string
    body: string
    docs: string
    filteredTitle: string
    filtered: string
    notFoundTitle: (search: string) => string
    notFound: string
    notFoundInSegment: string
  }
  /** What a developer writes so that there is somebody. */
  code: string
}

/** Why a list of customers is empty, and what to do about it. */
export function NoCustomers({ words, code }: Props) {
  const { segment, filter, filtered, cut, link } = useSegment()
  const search = filter('search')
  const isCut = segment.all.length > 0
  const everyone = (
    <a class="button" href={cut({ all: [] })}>
      {common.everyone}
    </a>
  )
  if (search)
    return (
      <InCard title={words.notFoundTitle(search)} body={isCut ? words.notFoundInSegment : words.notFound}>
        <a class="button" href={filtered({ search: undefined })}>
          {common.clearSearch}
        </a>
        {isCut && everyone}
      </InCard>
    )
  if (isCut)
    return (
      <InCard title={words.filteredTitle} body={words.filtered}>
        {everyone}
      </InCard>
    )
  return (
    <InCard title={words.title} body={words.body}>
      <pre class="identify-code" dir="ltr">
        <code>{code}</code>
      </pre>
      <p>{words.docs}</p>
      <a class="button" href={link('/settings/import')}>
        {common.import}
      </a>
    </InCard>
  )
}

function InCard({ title, body, children }: { title: string; body: string; children: ComponentChildren }) {
  return (
    <div class="card">
      <Blank title={title} body={body}>
        {children}
      </Blank>
    </div>
  )
}
