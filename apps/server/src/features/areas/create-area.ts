import type { Deps } from '../../deps.ts'
import { insertArea } from './areas.queries.ts'

/** Adds a functional block of the host product. @returns its id */
export async function createArea({ store, newId }: Deps, workspaceId: string, name: string) {
  const id = newId('area')
  await store.write((tx) => insertArea(tx, { workspaceId, id, name }))
  return id
}
