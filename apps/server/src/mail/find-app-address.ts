import type { Handle } from '@heed/db'
import { listKeys } from '../features/workspaces/keys.queries.ts'

/**
 * Where the workspace's customers meet the widget; null where that is not known for sure: its publishable keys name no
 * origin, several, one with any port, or one that is not reached over https.
 */
export async function findAppAddress(handle: Handle, workspaceId: string): Promise<string | null> {
  const keys = await listKeys(handle, workspaceId)
  const [origin, ...more] = new Set(keys.flatMap(({ origins }) => origins))
  return origin?.startsWith('https://') && !origin.includes('*') && more.length === 0 ? origin : null
}
