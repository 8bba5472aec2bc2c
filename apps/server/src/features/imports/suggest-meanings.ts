import type { AccountImportField, ImportKind, PersonImportField } from '@heed/contracts'
import { type Alias, accountAliases, personAliases, type TraitUnit } from '../people/trait-aliases.ts'
import { meaningOf } from './import-columns.ts'

type OfPerson = Exclude<PersonImportField, `account.${string}`>

const plain = (column: string) => column.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')

/** The names by which the API takes a field, and more that stand over columns; without case, spaces and punctuation. */
const named = (aliases: readonly Alias[], field: string, units: TraitUnit[] = [], more: string[] = []) =>
  aliases
    .filter((alias) => alias.field === field && (units.length === 0 || units.includes(alias.unit)))
    .flatMap(({ names }) => names.map(plain))
    .concat(more)
const ofPerson = (field: string, ...more: string[]) => named(personAliases, field, [], more)
const ofAccount = (field: string, ...more: string[]) => named(accountAliases, field, [], more)

const personNames: Record<OfPerson, string[]> = {
  userId: ['userid', 'personid', 'contactid', 'externalid', 'user', 'id'],
  name: ofPerson('name', 'displayname', 'username', 'contactname'),
  email: ofPerson('email', 'emailaddress', 'mail', 'useremail'),
  locale: ofPerson('locale', 'lang'),
  createdAt: ofPerson('createdAt', 'signupdate', 'registeredat'),
}
const accountNames: Record<AccountImportField, string[]> = {
  accountId: ['accountid', 'companyid', 'organizationid', 'organisationid', 'orgid', 'groupid', 'customerid'],
  name: ['accountname', 'companyname', 'organizationname', 'company', 'account', 'organization', 'organisation'],
  plan: ofAccount('plan', 'accountplan', 'companyplan', 'tier', 'subscription'),
  spend: named(accountAliases, 'spendMinor', ['major'], ['spend', 'monthlyrevenue', 'amount']),
  spendMinor: named(accountAliases, 'spendMinor', ['minor'], ['mrrincents']),
  currency: ofAccount('currency', 'currencycode', 'spendcurrency'),
  seats: ofAccount('seats', 'licenses', 'licences'),
  createdAt: ['customersince', 'accountcreatedat', 'companycreatedat'],
}
/** In a file of accounts these are the account's own. */
const ownNames: Partial<Record<AccountImportField, string[]>> = {
  accountId: ['id', 'externalid'],
  name: ofAccount('name'),
  createdAt: ofAccount('createdAt', ...personNames.createdAt),
}

/**
 * What each column of a file most likely is, by its name: a field, else a trait. No field twice; a column without a name,
 * or with one that no trait may have, is nothing. Columns of an account that no column identifies are the person's traits.
 */
export function suggestMeanings(kind: ImportKind, header: string[]): (string | null)[] {
  const taken = new Set<string>()
  const fields = header.map((column) => fieldOf(kind, plain(column)))
  const isUsable = (field: string) => !field.startsWith('account.') || fields.includes('account.accountId')
  return header.map((column, i) => {
    const field = fields[i]
    const target = field && isUsable(field) && !taken.has(unitless(field)) ? field : `traits.${column}`
    if (column === '' || !meaningOf(kind, target)) return null
    taken.add(unitless(target))
    return target
  })
}

/** An amount and the same in minor units are one field. */
const unitless = (target: string) => target.replace(/spendMinor$/, 'spend')

function fieldOf(kind: ImportKind, name: string): string | undefined {
  const account = fieldNamed(accountNames, name)
  if (kind === 'accounts') return account ?? fieldNamed(ownNames, name)
  return fieldNamed(personNames, name) ?? (account && `account.${account}`)
}

const fieldNamed = (table: Record<string, string[] | undefined>, name: string) =>
  Object.keys(table).find((field) => table[field]?.includes(name))
