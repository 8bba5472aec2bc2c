import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { insertArea, listAreas } from './areas.queries.ts'
import { lockAreas } from './hold-area.ts'

/** Adds a functional block of the host product. @returns its id @throws Problem area_name_taken */
export async function createArea({ store, newId }: Deps, workspaceId: string, name: string) {
  const id = newId('area')
  await store.write(async (tx) => {
    await requireFreeName(tx, workspaceId, { id, name })
    await insertArea(tx, { workspaceId, id, name })
  })
  return id
}

/** Names differ by more than capital letters, or nobody could tell two areas apart. @throws Problem area_name_taken */
export const requireFreeName = async (tx: Handle, workspaceId: string, { id, name }: { id: string; name: string }) => {
  await lockAreas(tx, workspaceId)
  const others = (await listAreas(tx, workspaceId)).filter((area) => area.id !== id)
  if (others.some((area) => area.name.toLowerCase() === name.toLowerCase())) throw problem('area_name_taken')
}
