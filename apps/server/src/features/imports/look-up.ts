import type { Handle } from '@heed/db'
import type { AccountRow, PersonRow } from '../people/people.queries.ts'
import { accountColumn, type Column, idColumn } from './import-columns.ts'
import { listKnownAccounts, listKnownPeople } from './known-customers.queries.ts'
import type { CsvRow } from './read-csv.ts'
import type { Reading } from './read-row.ts'
import type { SaidSoFar, Values } from './said-so-far.ts'

/** Adds what is stored of the customers that these rows are about, where no row has told of them yet. */
export async function lookUp(
  handle: Handle,
  workspaceId: string,
  said: SaidSoFar,
  { kind, columns }: Pick<Reading, 'kind' | 'columns'>,
  rows: CsvRow[],
) {
  const accountIds = unknownIds(said.accounts, accountColumn(columns), rows)
  const accounts = accountIds.length === 0 ? [] : await listKnownAccounts(handle, workspaceId, accountIds)
  for (const id of accountIds) said.accounts.set(id, null)
  for (const account of accounts) said.accounts.set(account.externalId, valuesOfAccount(account))
  if (kind === 'accounts') return

  const userIds = unknownIds(said.people, idColumn(kind, columns), rows)
  const people = userIds.length === 0 ? [] : await listKnownPeople(handle, workspaceId, userIds)
  for (const id of userIds) said.people.set(id, null)
  for (const { person, accountId } of people) said.people.set(person.userId ?? '', valuesOfPerson(person, accountId))
}

const unknownIds = (known: Map<string, Values | null>, column: Column | undefined, rows: CsvRow[]): string[] => {
  const ids = column ? rows.map(({ cells }) => cells[column.index] ?? '') : []
  return [...new Set(ids)].filter((id) => id !== '' && !known.has(id))
}

const valuesOfAccount = ({ externalId, name, plan, spendMinor, currency, seats, customerSince, traits }: AccountRow) =>
  stored({ accountId: externalId, name, plan, spendMinor, currency, seats }, customerSince, traits)

const valuesOfPerson = ({ name, email, locale, customerSince, traits }: PersonRow, accountId: string | null) =>
  stored({ accountId, name, email, locale }, customerSince, traits)

const stored = (fields: Record<string, unknown>, customerSince: Date | null, traits: AccountRow['traits']): Values =>
  new Map<string, unknown>([
    ...Object.entries(fields),
    ['createdAt', customerSince?.getTime()],
    ...Object.entries(traits).map(([name, value]): [string, unknown] => [`traits.${name}`, value]),
  ])
