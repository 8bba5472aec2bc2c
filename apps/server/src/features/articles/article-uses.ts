import type { SegmentUse } from '@heed/contracts'
import type { Handle } from '@heed/db'
import { savedSegmentsIn } from '../segments/saved-in.ts'
import { listAudiences } from './articles.queries.ts'

/** Articles that only the people of a saved segment may read. */
export async function listArticlesUsing(
  handle: Handle,
  workspaceId: string,
  segmentId: string,
): Promise<SegmentUse['articles']> {
  const articles = await listAudiences(handle, workspaceId)
  return articles
    .filter(({ audience }) => savedSegmentsIn(audience ?? '').includes(segmentId))
    .map(({ id, title: name }) => ({ id, name }))
}
