import type { AccountImportField, ImportKind, PersonImportField } from '@heed/contracts'
import { meaningOf } from './import-columns.ts'

type OfPerson = Exclude<PersonImportField, `account.${string}`>

/** Names of columns that say what they are, without case, spaces and punctuation. */
const personNames: Record<OfPerson, string[]> = {
  userId: ['userid', 'personid', 'contactid', 'externalid', 'user', 'id'],
  name: ['name', 'fullname', 'displayname', 'username', 'contactname'],
  email: ['email', 'emailaddress', 'mail', 'useremail'],
  locale: ['locale', 'language', 'lang'],
  createdAt: ['createdat', 'created', 'signedupat', 'signupdate', 'registeredat'],
}
const accountNames: Record<AccountImportField, string[]> = {
  accountId: ['accountid', 'companyid', 'organizationid', 'organisationid', 'orgid', 'groupid', 'customerid'],
  name: ['accountname', 'companyname', 'organizationname', 'company', 'account', 'organization', 'organisation'],
  plan: ['plan', 'planname', 'accountplan', 'companyplan', 'tier', 'subscription'],
  spend: ['spend', 'mrr', 'monthlyspend', 'monthlyrate', 'monthlyrevenue', 'amount'],
  spendMinor: ['spendminor', 'mrrcents', 'mrrincents'],
  currency: ['currency', 'currencycode', 'spendcurrency'],
  seats: ['seats', 'seatcount', 'licenses', 'licences'],
  createdAt: ['customersince', 'accountcreatedat', 'companycreatedat'],
}
/** In a file of accounts these are the account's own. */
const ownNames: Partial<Record<AccountImportField, string[]>> = {
  accountId: ['id', 'externalid'],
  name: ['name'],
  createdAt: personNames.createdAt,
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

const plain = (column: string) => column.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '')
/** An amount and the same in minor units are one field. */
const unitless = (target: string) => target.replace(/spendMinor$/, 'spend')

function fieldOf(kind: ImportKind, name: string): string | undefined {
  const ofAccount = named(accountNames, name)
  if (kind === 'accounts') return ofAccount ?? named(ownNames, name)
  return named(personNames, name) ?? (ofAccount && `account.${ofAccount}`)
}

const named = (table: Record<string, string[] | undefined>, name: string) =>
  Object.keys(table).find((field) => table[field]?.includes(name))
