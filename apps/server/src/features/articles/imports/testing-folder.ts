import type { ArticleImportReport, ImportedFile } from '@heed/contracts'
import { strToU8, zipSync } from 'fflate'
import { newToken } from '../../../http/tokens.ts'
import type { Heed } from '../../../testing/heed.ts'
import { signedIn } from '../../../testing/signed-in.ts'

export const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

/** A zip of files by path. */
export const zipOf = (files: Record<string, string | Buffer>): Buffer =>
  Buffer.from(
    zipSync(
      Object.fromEntries(
        Object.entries(files).map(([path, file]) => [
          path,
          typeof file === 'string' ? strToU8(file) : new Uint8Array(file),
        ]),
      ),
    ),
  )

/** A workspace into which an admin imports files. */
export const importing = async (heed: Heed) => {
  const workspace = await heed.workspace()
  const email = `${newToken()}@acme.example`.toLowerCase()
  const cookie = await signedIn(heed.deps, workspace.workspaceId, { name: 'Grace', email, role: 'admin' })
  const upload = <T>(url: string, type: string, payload: Buffer) =>
    heed.call<T>({ method: 'POST', url: `/api${url}`, headers: { cookie, 'content-type': type }, payload })
  const importFile = async (file: Buffer, query = '') => {
    const type = query.includes('zendesk') || query.includes('intercom') ? 'application/json' : 'application/zip'
    return upload<ArticleImportReport>(`/articles/imports?${query}`, type, file)
  }
  const take = async (files: Record<string, string | Buffer>, query = '') => {
    const reply = await importFile(zipOf(files), query)
    if (reply.status !== 200) throw new Error(JSON.stringify(reply.body))
    return reply.body
  }
  return { ...workspace, upload, importFile, take }
}

/** Each file with what became of it. */
export const outcomes = ({ files }: ArticleImportReport) =>
  Object.fromEntries(files.map(({ path, outcome, reason }) => [path, reason ? `${outcome}: ${reason}` : outcome]))

export const notesOf = ({ files }: ArticleImportReport, path: string) =>
  files.find((file: ImportedFile) => file.path === path)?.notes
