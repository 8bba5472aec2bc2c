import type { Erasure, PersonDetail } from '@heed/contracts'
import { text } from '../../locales/text.ts'
import { Confirm } from '../../ui/confirm.tsx'
import { personName } from '../../ui/customer-facts.tsx'
import { Deeds, goesInWords, staysInWords } from './erasure-lists.tsx'
import { useErasing, useErasure } from './use-erasure.ts'

const words = text.erasure

type Props = { person: PersonDetail; onErased: (erasure: Erasure) => void; onClose: () => void }

/** Asks before a person is erased, and says what goes with them and what stays. */
export function ErasePerson({ person, onErased, onClose }: Props) {
  const { data, error } = useErasure(person.id)
  const erasing = useErasing(person.id)
  const stays = data ? staysInWords(data, person) : []
  return (
    <Confirm
      title={words.title(personName(person))}
      confirm={words.confirm}
      cancel={words.cancel}
      isPending={erasing.isPending || data === undefined}
      error={erasing.error ?? error}
      onConfirm={() => erasing.mutate(undefined, { onSuccess: onErased })}
      onClose={onClose}
    >
      <div class="erasure" aria-live="polite">
        {data ? <Going list={goesInWords(data)} /> : <p class="soft">{!error && words.loading}</p>}
        {stays.length > 0 && (
          <>
            <p>{words.stays}</p>
            <Deeds list={stays} />
          </>
        )}
      </div>
      <p class="soft small">{words.again}</p>
    </Confirm>
  )
}

function Going({ list }: { list: string[] }) {
  if (list.length === 0) return <p>{words.goesAlone}</p>
  return (
    <>
      <p>{words.goes}</p>
      <Deeds list={list} />
    </>
  )
}
