import { setImmediate } from 'node:timers/promises'
import type { ImportFault, ImportReport, NewImport } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { recordAccountIn } from '../people/record-account.ts'
import { type Claimant, recordPersonIn } from '../people/record-person.ts'
import { accountColumn, type Column, columnsOf, toClaimField } from './import-columns.ts'
import { lookUp } from './look-up.ts'
import { readField, type TraitKind, traitKind } from './read-cell.ts'
import { type CsvRow, readCsv } from './read-csv.ts'
import { type Reading, type RowClaim, readRow } from './read-row.ts'
import { contradictionsOf, nothingSaid, type SaidSoFar, take } from './said-so-far.ts'

const mostFaults = 1_000
/** Rows that are looked up, decided and stored in one go; then others get their turn. */
const stepRows = 100
/** Writes of one step side by side, which PostgreSQL makes use of. */
const lanes = 4

/**
 * Takes people or accounts from a CSV file, as a member's word. A row with a fault is left out and named, all others are
 * taken; one that says nothing new is not written, so the same file twice changes nothing. A dry run finds out the same
 * and writes nothing. A failure in between leaves the rows before it stored: importing again goes on from there.
 * @throws Problem csv_unreadable, mapping_incomplete, invalid_input naming the columns at fault
 */
export async function importCustomers(
  deps: Deps,
  workspace: { id: string; currency: string },
  { kind, csv, mapping, dryRun }: NewImport,
): Promise<ImportReport> {
  const { header, rows } = await readCsv(csv)
  const columns = columnsOf(kind, header, mapping)
  const said = nothingSaid()
  const reading: Reading = {
    kind,
    header,
    columns,
    traitKinds: traitKindsOf(columns, rows),
    saidCurrencies: currenciesOf(columns, rows),
    currencyOf: (accountId) => String(said.accounts.get(accountId)?.get('currency') ?? workspace.currency),
  }
  const report: ImportReport = {
    dryRun,
    rows: rows.length,
    added: 0,
    changed: 0,
    unchanged: 0,
    refused: 0,
    faults: [],
  }
  const claimant: Claimant = { workspaceId: workspace.id, source: 'member', at: deps.now() }
  for (let at = 0; at < rows.length; at += stepRows) {
    const step = rows.slice(at, at + stepRows)
    await lookUp(deps.store.read, workspace.id, said, reading, step)
    const news = decide(reading, said, step, report)
    if (!dryRun) await recordAll(deps, claimant, news)
    await setImmediate()
  }
  return report
}

const traitKindsOf = (columns: Column[], rows: CsvRow[]): Map<Column, TraitKind> =>
  new Map(
    columns
      .filter(({ trait }) => trait !== undefined)
      .map((column) => [column, traitKind(rows.map(({ cells }) => cells[column.index] ?? ''))]),
  )

/** The first that a row names for each account: an amount may stand on a row before. */
function currenciesOf(columns: Column[], rows: CsvRow[]): Map<string, string> {
  const said = new Map<string, string>()
  const account = accountColumn(columns)
  const column = columns.find(({ field }) => field === 'currency')
  if (!account || !column) return said
  for (const { cells } of rows) {
    const id = cells[account.index] ?? ''
    const currency = readField('currency', cells[column.index] ?? '')
    if (typeof currency === 'string' && !said.has(id)) said.set(id, currency)
  }
  return said
}

/** Counts each row as what becomes of it. @returns those that say something new */
function decide(reading: Reading, said: SaidSoFar, rows: CsvRow[], report: ImportReport): RowClaim[] {
  const columnOf = (of: 'person' | 'account', name: string) =>
    reading.columns.find(
      (column) =>
        column.of === of &&
        (column.trait === undefined ? toClaimField(column.field) : `traits.${column.trait}`) === name,
    )?.name ?? null
  const refuse = (faults: ImportFault[]) => {
    report.refused += 1
    report.faults.push(...faults.slice(0, mostFaults - report.faults.length))
  }
  const news: RowClaim[] = []
  for (const row of rows) {
    const read = readRow(reading, row)
    const faults = Array.isArray(read) ? read : contradictionsOf(said, read, columnOf)
    if (Array.isArray(read) || faults.length > 0) {
      refuse(faults)
      continue
    }
    const { outcome, news: own } = take(said, read)
    report[outcome] += 1
    if (outcome !== 'unchanged') news.push(own)
  }
  return news
}

const recordAll = async (deps: Deps, claimant: Claimant, claims: RowClaim[]) => {
  const size = Math.ceil(claims.length / lanes)
  const groups = Array.from({ length: lanes }, (_, lane) => claims.slice(lane * size, (lane + 1) * size))
  await Promise.all(groups.filter(({ length }) => length > 0).map((group) => record(deps, claimant, group)))
}

const record = (deps: Deps, claimant: Claimant, claims: RowClaim[]) =>
  deps.store.write(async (tx) => {
    // All that the rows will lock, in the order in which anyone else locks one of each: users, then accounts.
    for (const name of locksOf(claimant.workspaceId, claims)) await tx.lock(name)
    for (const { kind, claim } of claims) {
      if (kind === 'people') await recordPersonIn(tx, deps, claimant, claim)
      else await recordAccountIn(tx, deps, claimant, claim)
    }
  })

const locksOf = (workspaceId: string, claims: RowClaim[]): string[] => {
  const users = claims.flatMap(({ kind, claim }) => (kind === 'people' ? [claim.userId] : []))
  const accounts = claims.flatMap(({ kind, claim }) => (kind === 'people' ? (claim.account ?? []) : claim))
  return [
    ...users.sort().map((id) => `user ${workspaceId} ${id}`),
    ...[...new Set(accounts.map(({ accountId }) => accountId))].sort().map((id) => `account ${workspaceId} ${id}`),
  ]
}
