import { AccountClaim, type ImportFault, type ImportKind, PersonClaim, type TraitValue } from '@heed/contracts'
import type { z } from 'zod'
import { type Column, toClaimField } from './import-columns.ts'
import { type CellFault, readField, readTrait, type TraitKind } from './read-cell.ts'
import type { CsvRow } from './read-csv.ts'

/** One row as a claim: of a person with an account or without, or of an account. */
export type RowClaim =
  | { kind: 'people'; row: number; claim: PersonClaim & { userId: string } }
  | { kind: 'accounts'; row: number; claim: AccountClaim }

export type Reading = {
  kind: ImportKind
  header: string[]
  columns: Column[]
  traitKinds: Map<Column, TraitKind>
  /** In which currency the file says that an account pays, on whichever row. */
  saidCurrencies: Map<string, string>
  /** In which currency an account pays, as far as is known. */
  currencyOf: (accountId: string) => string
}

type Fields = { accountId?: unknown; userId?: unknown; currency?: unknown; [name: string]: unknown }
type Draft = { fields: Fields; traits: Record<string, TraitValue> }

/** Reads one row. Empty cells are left out of the claim, so they change nothing. */
export function readRow(reading: Reading, { row, cells }: CsvRow): RowClaim | ImportFault[] {
  const { header, columns, traitKinds, saidCurrencies, currencyOf } = reading
  if (cells.length !== header.length) {
    const message = `has ${cells.length} cells, and the first line ${header.length}. Is a delimiter or a quotation mark missing?`
    return [{ row, column: null, message }]
  }
  const faults: ImportFault[] = []
  const drafts = { person: emptyDraft(), account: emptyDraft() }
  const at = (column: Column) => cells[column.index] ?? ''
  const take = (column: Column, value: TraitValue | CellFault) => {
    if (isFault(value)) return faults.push({ row, column: column.name, message: value.fault })
    const { fields, traits } = drafts[column.of]
    if (column.trait !== undefined) traits[column.trait] = value
    else fields[String(toClaimField(column.field))] = value
  }
  const filled = columns.filter((column) => at(column) !== '')
  // An amount is read last: how many decimals it has depends on the currency.
  for (const column of filled.filter(({ field }) => field !== 'spend')) {
    const value =
      column.trait === undefined
        ? readField(column.field, at(column))
        : readTrait(traitKinds.get(column) ?? 'text', at(column))
    take(column, value)
  }
  const { account } = drafts
  const accountId = String(account.fields.accountId)
  for (const column of filled.filter(({ field }) => field === 'spend')) {
    const said = account.fields.currency ?? saidCurrencies.get(accountId)
    take(column, readField('spend', at(column), String(said ?? currencyOf(accountId))))
    // The row that says it may be refused, and the amount would be one in another currency.
    if (said !== undefined) account.fields.currency = said
  }
  if (faults.length > 0) return faults.sort((a, b) => header.indexOf(a.column ?? '') - header.indexOf(b.column ?? ''))
  return toClaim(reading, row, drafts)
}

const emptyDraft = (): Draft => ({ fields: {}, traits: {} })
const isFault = (value: TraitValue | CellFault): value is CellFault =>
  typeof value === 'object' && !Array.isArray(value) && 'fault' in value
const withTraits = ({ fields, traits }: Draft) =>
  Object.keys(traits).length > 0 ? { ...fields, traits } : { ...fields }
const isEmpty = ({ fields, traits }: Draft) => Object.keys(fields).length === 0 && Object.keys(traits).length === 0

function toClaim(
  { kind, columns }: Reading,
  row: number,
  { person, account }: Record<'person' | 'account', Draft>,
): RowClaim | ImportFault[] {
  const columnOf = (path: PropertyKey[]) => nameOfPath(kind, columns, path)
  if (kind === 'accounts') {
    if (account.fields.accountId === undefined) return [missingId(row, columnOf(['accountId']))]
    const parsed = AccountClaim.safeParse(withTraits(account), { error: messageOf })
    return parsed.success ? { kind, row, claim: parsed.data } : faultsOf(row, parsed.error, columnOf)
  }
  const userId = person.fields.userId
  if (typeof userId !== 'string') return [missingId(row, columnOf(['userId']))]
  const hasAccount = !isEmpty(account)
  if (hasAccount && account.fields.accountId === undefined) {
    return [
      { row, column: columnOf(['account', 'accountId']), message: 'is empty, though other cells tell of the account.' },
    ]
  }
  const parsed = PersonClaim.safeParse(
    { ...withTraits(person), ...(hasAccount && { account: withTraits(account) }) },
    { error: messageOf },
  )
  if (!parsed.success) return faultsOf(row, parsed.error, columnOf)
  return { kind, row, claim: { ...parsed.data, userId } }
}

const missingId = (row: number, column: string | null): ImportFault => ({ row, column, message: 'is empty.' })

/** The column that filled a place of the claim. */
const nameOfPath = (kind: ImportKind, columns: Column[], path: PropertyKey[]): string | null => {
  const isOfAccount = kind === 'accounts' || path[0] === 'account'
  const [place, trait] = path[0] === 'account' ? path.slice(1) : path
  const found = columns.find(({ of, field, trait: name }) => {
    if (of !== (isOfAccount ? 'account' : 'person')) return false
    return place === 'traits' ? name === trait : toClaimField(field) === place
  })
  return found?.name ?? null
}

const faultsOf = (row: number, error: z.ZodError, columnOf: (path: PropertyKey[]) => string | null): ImportFault[] =>
  error.issues.map(({ path, message }) => ({ row, column: columnOf(path), message }))

const messageOf: z.core.$ZodErrorMap = (issue) => {
  if (issue.code === 'invalid_format' && issue.format === 'email') return `“${issue.input}” is not an e-mail address.`
  if (issue.code === 'too_big' && issue.origin === 'string') return `is longer than ${issue.maximum} characters.`
  if (issue.code === 'too_big') return `is above ${issue.maximum}.`
  if (issue.code === 'too_small') return `is below ${issue.minimum}.`
  return undefined
}
