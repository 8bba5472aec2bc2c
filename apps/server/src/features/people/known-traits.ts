import type { KnownTrait } from '@heed/contracts'
import type { AccountRow, PersonRow } from './people.queries.ts'

type Row = Pick<AccountRow | PersonRow, 'traits' | 'sources' | 'trust' | 'updatedAt'>
type Value = KnownTrait['value'] | Date

/** What is known of a person, with who said it and when: fields of the claim, then traits by name. */
export const knownOfPerson = (person: PersonRow): KnownTrait[] => {
  const { name, email, locale, customerSince } = person
  return knownOf(person, { name, email, locale, createdAt: customerSince })
}

/** The same of an account. */
export const knownOfAccount = (account: AccountRow): KnownTrait[] => {
  const { name, plan, spendMinor, currency, seats, customerSince } = account
  return knownOf(account, { name, plan, spendMinor, currency, seats, createdAt: customerSince })
}

const knownOf = (row: Row, fields: Record<string, Value>): KnownTrait[] => {
  const traits = Object.entries(row.traits).sort(([a], [b]) => a.localeCompare(b, 'en'))
  const said = [...Object.entries(fields), ...traits.map(([name, value]) => [`traits.${name}`, value] as const)]
  return said.flatMap(([name, value]) => (value === null ? [] : [known(row, name, value)]))
}

/** Of a value that came before sources were kept, the row tells how far it can be trusted. */
const known = ({ sources, trust, updatedAt }: Row, name: string, value: Value): KnownTrait => {
  const { source, at } = sources[name] ?? {
    source: trust === 'verified' ? ('server' as const) : ('browser' as const),
    at: updatedAt.getTime(),
  }
  return {
    name,
    value: value instanceof Date ? value.toISOString() : value,
    source,
    at: new Date(at).toISOString(),
  }
}
