import { ImportPreview, ImportReport, ImportSource, importBytes, NewImport } from '@heed/contracts'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { importCustomers } from './import-customers.ts'
import { previewImport } from './preview-import.ts'

/** JSON writes a quotation mark or a line end as two characters. */
const bodyLimit = 2 * importBytes + 100_000

/** Bringing people and accounts in from a file. */
export const importMemberRoutes =
  (deps: Deps): FastifyPluginAsyncZod =>
  async (app) => {
    app.post(
      '/imports/preview',
      {
        bodyLimit,
        config: { role: 'admin' },
        schema: {
          summary: 'Read the columns of a CSV file, with what each is most likely; stores nothing',
          body: ImportSource,
          response: { 200: ImportPreview },
        },
      },
      async ({ body }) => {
        refuseTooLarge(body.csv)
        return previewImport(body)
      },
    )

    app.post(
      '/imports',
      {
        bodyLimit,
        config: { role: 'admin' },
        schema: {
          summary: 'Take people or accounts from a CSV file, or say with `dryRun` what that would do',
          body: NewImport,
          response: { 200: ImportReport },
        },
      },
      async ({ workspace, body }) => {
        refuseTooLarge(body.csv)
        return importCustomers(deps, workspace, body)
      },
    )
  }

const refuseTooLarge = (csv: string) => {
  if (Buffer.byteLength(csv) > importBytes) throw problem('too_large', { detail: 'A file may have 10 MB.' })
}
