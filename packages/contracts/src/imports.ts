import { z } from 'zod'

export const importKinds = ['people', 'accounts'] as const
export const ImportKind = z.enum(importKinds)
export type ImportKind = z.infer<typeof ImportKind>

/** What a column of accounts can be; `spend` is an amount such as 129.90, `spendMinor` the same as 12990. */
export const accountImportFields = [
  'accountId',
  'name',
  'plan',
  'spend',
  'spendMinor',
  'currency',
  'seats',
  'createdAt',
] as const
export type AccountImportField = (typeof accountImportFields)[number]

/** What a column of people can be. */
export const personImportFields = [
  'userId',
  'name',
  'email',
  'locale',
  'createdAt',
  ...accountImportFields.map((field) => `account.${field}` as const),
] as const
export type PersonImportField = (typeof personImportFields)[number]

/** In bytes of UTF-8. */
export const importBytes = 10_000_000

const Csv = z.string().min(1, 'must not be empty')

/** A CSV file of people or accounts, to look at. */
export const ImportSource = z.strictObject({ kind: ImportKind, csv: Csv })
export type ImportSource = z.infer<typeof ImportSource>

/**
 * A CSV file of people or accounts. `mapping` says for each column what it is: a field (`personImportFields`,
 * `accountImportFields`), a trait as `traits.<name>` (of a person's account: `account.traits.<name>`), or nothing: that
 * column is left out.
 */
export const NewImport = ImportSource.extend({
  mapping: z.record(z.string().max(500), z.string().max(130)),
  dryRun: z.boolean(),
})
export type NewImport = z.infer<typeof NewImport>

export const ImportFault = z.object({
  row: z.int().describe('Line of the file, the header being 1'),
  column: z.string().nullable(),
  message: z.string(),
})
export type ImportFault = z.infer<typeof ImportFault>

/** What the import did, or in a dry run would do. A row with a fault is left out; the others are taken. */
export const ImportReport = z.object({
  dryRun: z.boolean(),
  rows: z.int(),
  added: z.int(),
  changed: z.int(),
  unchanged: z.int(),
  refused: z.int().describe('Rows with at least one fault'),
  faults: z.array(ImportFault).describe('At most 1,000'),
})
export type ImportReport = z.infer<typeof ImportReport>

/** How the columns of a file would be read. */
export const ImportPreview = z.object({
  columns: z.array(
    z.object({
      name: z.string(),
      samples: z.array(z.string()).describe('The first values that are not empty, at most three'),
      suggested: z.string().nullable().describe('As in `mapping`; null: leave it out'),
    }),
  ),
  rows: z.int(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

export const importProblems = {
  csv_unreadable: [400, 'This is not a CSV file that can be read.'],
  mapping_incomplete: [400, 'No column is mapped to the id.'],
} as const
