import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { countAreaUses, deleteArea, findArea, moveArea, renameArea } from './areas.queries.ts'
import { requireFreeName } from './create-area.ts'
import { lockAreas } from './hold-area.ts'

/** Gives an area another name, on all that carries it. @throws Problem area_not_found, area_name_taken */
export async function changeArea({ store }: Deps, workspaceId: string, areaId: string, name: string): Promise<void> {
  await store.write(async (tx) => {
    await requireFreeName(tx, workspaceId, { id: areaId, name })
    if (!(await findArea(tx, workspaceId, areaId))) throw problem('area_not_found')
    await renameArea(tx, workspaceId, areaId, name)
  })
}

/**
 * Removes an area. What carries it goes to another one: nothing that was tagged is left without.
 * @throws Problem area_not_found, area_in_use when something carries it and no other area is named
 */
export async function removeArea(
  { store }: Deps,
  workspaceId: string,
  areaId: string,
  moveTo: string | undefined,
): Promise<void> {
  await store.write(async (tx) => {
    await lockAreas(tx, workspaceId)
    if (!(await findArea(tx, workspaceId, areaId))) throw problem('area_not_found')
    if (moveTo === undefined) {
      const use = (await countAreaUses(tx, workspaceId)).find((each) => each.areaId === areaId)
      if (use) throw problem('area_in_use')
    } else {
      if (moveTo === areaId || !(await findArea(tx, workspaceId, moveTo))) throw problem('area_not_found')
      await moveArea(tx, workspaceId, areaId, moveTo)
    }
    await deleteArea(tx, workspaceId, areaId)
  })
}
