import type { Handle } from '@heed/db'
import { findArea } from './areas.queries.ts'

/** An area that something is put under: while the write runs it is not removed. */
export const holdArea = async (tx: Handle, workspaceId: string, areaId: string) => {
  await lockAreas(tx, workspaceId)
  return findArea(tx, workspaceId, areaId)
}

/** While the write runs no other one removes or names an area of the workspace, or puts something under it. */
export const lockAreas = (tx: Handle, workspaceId: string) => tx.lock(`areas ${workspaceId}`)
