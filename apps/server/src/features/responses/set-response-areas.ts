import type { ResponseItem } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { listAreas } from '../areas/areas.queries.ts'
import { lockAreas } from '../areas/hold-area.ts'
import { findResponseItem } from './response-list.queries.ts'
import { replaceAreas } from './responses.queries.ts'

/**
 * Says which areas of the host's product an answer is about, all of them anew.
 * @throws Problem response_not_found, area_not_found
 */
export async function setResponseAreas(
  { store }: Deps,
  workspaceId: string,
  responseId: string,
  areaIds: string[],
): Promise<ResponseItem> {
  return store.write(async (tx) => {
    const item = await findResponseItem(tx, workspaceId, responseId)
    if (!item) throw problem('response_not_found')
    await lockAreas(tx, workspaceId)
    const named = (await listAreas(tx, workspaceId)).filter(({ id }) => areaIds.includes(id))
    if (named.length < new Set(areaIds).size) throw problem('area_not_found')
    await replaceAreas(
      tx,
      workspaceId,
      responseId,
      named.map(({ id }) => id),
    )
    return { ...item, areas: named }
  })
}
