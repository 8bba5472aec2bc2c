import { useSegment } from '../features/segments/use-segment.ts'
import { text } from '../locales/text.ts'
import { PageHeading } from '../ui/page-heading.tsx'

const words = text.common.notFound

export function NotFoundPage() {
  const { link } = useSegment()
  return (
    <div class="page blank">
      <PageHeading title={words.title} />
      <p>{words.body}</p>
      <a class="button" href={link('/')}>
        {words.action}
      </a>
    </div>
  )
}
