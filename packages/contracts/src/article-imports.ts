import { z } from 'zod'
import { ArticleId } from './ids.ts'
import { ArticleLocale } from './knowledge-base.ts'

/** Largest file of an import, and what its files may hold when unpacked. */
export const importedFileBytes = 50_000_000
export const importedUnpackedBytes = 200_000_000
export const mostImportedFiles = 10_000

export const ArticleImportFormat = z.enum(['markdown', 'zendesk', 'intercom'])
export type ArticleImportFormat = z.infer<typeof ArticleImportFormat>

const flag = z.enum(['true', 'false']).transform((value) => value === 'true')

/** Query of an import; the body is the file: a zip of a folder, or the JSON of an export. */
export const ArticleImportQuery = z.strictObject({
  format: ArticleImportFormat.default('markdown'),
  dryRun: flag.default(false).describe('Only say what it would do'),
  publish: flag.default(false).describe('New articles are published, but for those that the file calls drafts'),
  createAreas: flag.default(false).describe('Areas that the file names and that are not there are added'),
  overwrite: flag.default(false).describe('Also articles that were changed here since the last import'),
  locale: ArticleLocale.optional().describe("Of pages that do not say; left out: the workspace's"),
})
export type ArticleImportQuery = z.infer<typeof ArticleImportQuery>

/** Something in a file that the import could not take over as it stands. */
export const ImportNote = z.object({
  line: z.int().nullable().describe('From 1; null: the file as a whole'),
  kind: z.enum([
    'broken_link',
    'missing_image',
    'image_unfit',
    'duplicate_title',
    'slug_taken',
    'unknown_area',
    'field_ignored',
    'front_matter_unreadable',
    'cut',
  ]),
  target: z.string().describe('The link, picture, title, field … in question'),
})
export type ImportNote = z.infer<typeof ImportNote>

/** What became, or would become, of one file. */
export const ImportedFile = z.object({
  path: z.string(),
  outcome: z.enum(['created', 'changed', 'same', 'left_out']),
  reason: z
    .enum(['empty', 'changed_here', 'slug_taken', 'not_a_page', 'unreadable'])
    .nullable()
    .describe('Why it was left out'),
  articleId: ArticleId.nullable(),
  title: z.string().nullable(),
  locale: z.string().nullable(),
  notes: z.array(ImportNote),
})
export type ImportedFile = z.infer<typeof ImportedFile>

export const ArticleImportReport = z.object({
  dryRun: z.boolean(),
  created: z.int(),
  changed: z.int(),
  same: z.int(),
  leftOut: z.int(),
  areas: z.array(z.string()).describe('Names of areas added'),
  images: z.int().describe('Pictures stored, or found stored already'),
  files: z.array(ImportedFile),
})
export type ArticleImportReport = z.infer<typeof ArticleImportReport>
