import {
  type AccountImportField,
  accountImportFields,
  type ImportKind,
  type PersonImportField,
  personImportFields,
  Traits,
} from '@heed/contracts'
import { problem } from '../../http/problem.ts'

/** Whose the value of a column is, and which: a field of the claim, or a trait. */
export type Meaning =
  | { of: 'person' | 'account'; field: Field; trait?: never }
  | { of: 'person' | 'account'; field?: never; trait: string }
type Field = AccountImportField | Exclude<PersonImportField, `account.${string}`>
export type Column = { name: string; index: number } & Meaning

const accountPrefix = 'account.'
const traitPrefix = 'traits.'

/**
 * What the columns of a file are, by a mapping of column to meaning.
 * @throws Problem mapping_incomplete without the id; invalid_input naming each column that cannot be what it is said to be
 */
export function columnsOf(kind: ImportKind, header: string[], mapping: Record<string, string>): Column[] {
  const errors: { field: string; message: string }[] = []
  const columns: Column[] = []
  for (const [name, target] of Object.entries(mapping)) {
    if (target === '') continue
    const meaning = meaningOf(kind, target)
    const index = header.indexOf(name)
    const twin = columns.find((column) => meaning && isSame(column, meaning))
    if (index < 0) errors.push({ field: name, message: 'is no column of the file.' })
    else if (!meaning) errors.push({ field: name, message: `cannot be “${target}” in a file of ${kind}.` })
    else if (twin) errors.push({ field: name, message: `is mapped to the same field as ${twin.name}.` })
    else columns.push({ name, index, ...meaning })
  }
  if (errors.length > 0) throw problem('invalid_input', { errors })
  const id = idColumn(kind, columns)
  if (!id) throw problem('mapping_incomplete')
  if (kind === 'people' && columns.some(({ of }) => of === 'account') && !accountColumn(columns)) {
    throw problem('mapping_incomplete', { detail: 'Columns of the account need one that is mapped to its id.' })
  }
  return columns
}

/** The column that holds the id of who a row is about. */
export const idColumn = (kind: ImportKind, columns: Column[]) =>
  kind === 'people' ? columns.find(({ field }) => field === 'userId') : accountColumn(columns)

export const accountColumn = (columns: Column[]) => columns.find(({ field }) => field === 'accountId')

/** What a target of a mapping means; nothing where there is no such thing. */
export function meaningOf(kind: ImportKind, target: string): Meaning | undefined {
  const isOfAccount = kind === 'accounts' || target.startsWith(accountPrefix)
  const of = isOfAccount ? 'account' : 'person'
  const name = kind === 'people' && isOfAccount ? target.slice(accountPrefix.length) : target
  if (name.startsWith(traitPrefix)) {
    const trait = name.slice(traitPrefix.length)
    const { data = {} } = Traits.safeParse({ [trait]: '' })
    return Object.hasOwn(data, trait) ? { of, trait } : undefined // __proto__ is dropped, not refused
  }
  const fields: readonly string[] = kind === 'people' ? personImportFields : accountImportFields
  return fields.includes(target) ? { of, field: name as Field } : undefined
}

/** Spend is one thing, in whichever unit. */
const isSame = (a: Meaning, b: Meaning) =>
  a.of === b.of && a.trait === b.trait && toClaimField(a.field) === toClaimField(b.field)

/** The field of the claim that a column fills. */
export const toClaimField = (field: Field | undefined) => (field === 'spend' ? 'spendMinor' : field)
