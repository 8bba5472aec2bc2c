import { standardHelp } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { readArticlesStamp, readArticlesVersion } from '../articles/articles.queries.ts'
import { getWorkspace } from '../workspaces/workspaces.queries.ts'
import { readIdeasVersion } from './documents.queries.ts'

/** Of what an engine is made from. */
export type Versions = {
  /** Of all articles, drafts too. */
  articlesStamp: string
  /** Of those that are published. */
  articlesVersion: string
  /** Of these and the settings. */
  version: string
  ideasVersion: string
}

/** What an engine would be made from now. Only where some article changed is it looked whether a published one did. */
export async function readVersions(read: Handle, workspaceId: string, before: Versions | undefined): Promise<Versions> {
  const { help } = await getWorkspace(read, workspaceId)
  const { falseShare } = help ?? standardHelp
  const articlesStamp = await readArticlesStamp(read, workspaceId)
  const articlesVersion =
    before?.articlesStamp === articlesStamp ? before.articlesVersion : await readArticlesVersion(read, workspaceId)
  return {
    articlesStamp,
    articlesVersion,
    version: `${articlesVersion} ${falseShare}`,
    ideasVersion: await readIdeasVersion(read, workspaceId),
  }
}
