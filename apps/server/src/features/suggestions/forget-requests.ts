import type { Deps } from '../../deps.ts'
import { deleteDeflectionsOf } from '../articles/articles.queries.ts'
import { deleteRequestsOf } from './requests.queries.ts'

/** Forgets what a person asked, and what was concluded from it; for whoever erases a person. */
export async function forgetRequests({ store, suggesters }: Deps, workspaceId: string, personId: string) {
  await store.write(async (tx) => {
    await deleteRequestsOf(tx, workspaceId, personId)
    await deleteDeflectionsOf(tx, workspaceId, personId)
  })
  await suggesters.forget(workspaceId, personId)
}
