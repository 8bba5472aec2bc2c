import { addresses } from '../shell/addresses.ts'
import { Page } from '../shell/page.tsx'
import { useSpeech } from '../words/language.tsx'

export function NotFoundPage() {
  const { words } = useSpeech()
  return (
    <Page title={words.notFound}>
      <p>{words.notFoundText}</p>
      <p>
        <a href={addresses.home}>{words.goHome}</a>
      </p>
    </Page>
  )
}
