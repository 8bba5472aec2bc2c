import type { CustomerSort, PersonItem } from '@heed/contracts'
import type { RefObject } from 'preact'
import { text } from '../../locales/text.ts'
import { personName, TrustTag } from '../../ui/customer-facts.tsx'
import type { Column } from './columns.tsx'
import { CustomerTable } from './customer-table.tsx'

const words = text.people

type Props = {
  people: PersonItem[]
  columns: Column<PersonItem>[]
  sort: CustomerSort
  hrefOf: (personId: string) => string
  list?: RefObject<HTMLTableSectionElement>
}

/** People in rows, each opening the person. */
export function PeopleTable({ people, columns, sort, hrefOf, list }: Props) {
  const showsEmail = columns.some(({ key }) => key === 'email')
  return (
    <CustomerTable
      caption={words.table}
      items={people}
      keyOf={({ id }) => id}
      head={words.columns.name}
      name={(person) => <Name person={person} href={hrefOf(person.id)} showsEmail={!showsEmail} />}
      columns={columns}
      sort={sort}
      {...(list ? { list } : {})}
    />
  )
}

function Name({ person, href, showsEmail }: { person: PersonItem; href: string; showsEmail: boolean }) {
  const name = personName(person)
  return (
    <>
      <a class="row-link" href={href} dir="auto" data-row>
        {name}
      </a>{' '}
      {/* Whoever gave no name claims nothing. */}
      {person.userId !== null && <TrustTag trust={person.trust} />}
      {showsEmail && person.email && person.email !== name && (
        <span class="cell-below soft small">
          <bdi>{person.email}</bdi>
        </span>
      )}
    </>
  )
}
