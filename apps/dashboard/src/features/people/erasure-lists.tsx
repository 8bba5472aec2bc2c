import type { ErasedKind, Erasure, PersonDetail } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { accountName } from '../../ui/customer-facts.tsx'

const words = text.erasure

const kinds = Object.keys(words.kinds) as ErasedKind[]

/** What goes with a person, beside what is known of them, each in words with its number. */
export const goesInWords = ({ erased }: Erasure): string[] =>
  kinds.flatMap((kind) => (erased[kind] > 0 ? words.kinds[kind](erased[kind]) : []))

/** What stays. Of somebody who only claims to be a user, what is known of that user. */
export const staysInWords = ({ erased, keptIdeas }: Erasure, { account, verified }: PersonDetail): string[] => [
  ...(verified ? [words.known] : []),
  ...(keptIdeas > 0 ? [words.keptIdeas(keptIdeas)] : []),
  ...(account && erased.accounts === 0 ? [words.account(accountName(account))] : []),
]

export const Deeds = ({ list }: { list: string[] }) => (
  <ul class="deeds">
    {list.map((each) => (
      <li key={each}>{each}</li>
    ))}
  </ul>
)
