import type { Erasure, PersonDetail } from '@heed/contracts'
import { ArrowLeft } from 'lucide-preact'
import { text } from '../../locales/text.ts'
import { personName } from '../../ui/customer-facts.tsx'
import { PageHeading } from '../../ui/page-heading.tsx'
import { Deeds, goesInWords, staysInWords } from './erasure-lists.tsx'
import { useForgetting } from './use-erasure.ts'

const words = text.erasure

type Props = { person: PersonDetail; erasure: Erasure; back: string }

/** Tells what went with a person, and what stayed, once they are erased. */
export function ErasedPerson({ person, erasure, back }: Props) {
  useForgetting(person.id)
  const [went, stayed] = [goesInWords(erasure), staysInWords(erasure, person)]
  return (
    <div class="page">
      <a class="back" href={back}>
        <ArrowLeft size={16} aria-hidden="true" class="flips" />
        {words.back}
      </a>
      <PageHeading title={words.done(personName(person))} />
      <section class="card panel erasure" role="status">
        <h2>{words.went}</h2>
        {went.length > 0 ? <Deeds list={went} /> : <p>{words.wentAlone}</p>}
        {stayed.length > 0 && (
          <>
            <h2>{words.stayed}</h2>
            <Deeds list={stayed} />
          </>
        )}
      </section>
    </div>
  )
}
