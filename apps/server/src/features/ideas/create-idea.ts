import type { MemberIdea } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { holdArea } from '../areas/hold-area.ts'
import { insertIdea } from './ideas.queries.ts'

/** Adds an idea that a member writes down, without a vote. @returns its id @throws Problem area_not_found */
export async function createIdea(
  { store, newId, now }: Deps,
  workspaceId: string,
  { title, body, areaId }: MemberIdea,
): Promise<string> {
  const id = newId('idea')
  const at = now()
  await store.write(async (tx) => {
    if (areaId && !(await holdArea(tx, workspaceId, areaId))) throw problem('area_not_found')
    await insertIdea(tx, {
      workspaceId,
      id,
      title,
      body: body || null,
      state: 'open',
      areaId,
      personId: null,
      visitorHash: null,
      locale: null,
      mergedIntoId: null,
      createdAt: at,
      updatedAt: at,
    })
  })
  return id
}
