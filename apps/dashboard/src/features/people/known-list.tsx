import type { KnownTrait } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { RelativeTime } from '../../ui/relative-time.tsx'
import { type Around, inWords } from './known-words.ts'

const words = text.customers.known

/** Everything that is known, each with who said it and when. */
export function KnownList({ known, around }: { known: KnownTrait[]; around: Around }) {
  const rows = inWords(known, around)
  if (rows.length === 0) return <p class="soft">{words.nothing}</p>
  return (
    <dl class="facts numbers">
      {rows.map(({ key, label, value, known: { source, at } }) => (
        <div key={key}>
          <dt>
            <bdi>{label}</bdi>
          </dt>
          <dd>
            <span dir="auto">{value}</span>
            <span class="known-source soft">
              {words.source[source]} · <RelativeTime at={at} />
            </span>
          </dd>
        </div>
      ))}
    </dl>
  )
}
