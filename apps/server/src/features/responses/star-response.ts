import type { ResponseItem } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { findResponseItem } from './response-list.queries.ts'
import { markStarred } from './responses.queries.ts'

/** Stars an answer for all members, or takes the star away. @throws Problem response_not_found */
export async function starResponse(
  { store, now }: Deps,
  workspaceId: string,
  responseId: string,
  starred: boolean,
): Promise<ResponseItem> {
  return store.write(async (tx) => {
    await markStarred(tx, workspaceId, responseId, starred ? now() : null)
    const item = await findResponseItem(tx, workspaceId, responseId)
    if (!item) throw problem('response_not_found')
    return item
  })
}
