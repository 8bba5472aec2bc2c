import type { Deps } from '../../deps.ts'
import { problem } from '../../http/problem.ts'
import { markShareRevoked } from './shares.queries.ts'

/** Takes a link back: from now on nobody reads results under it. @throws Problem share_not_found */
export async function revokeShare({ store, now }: Deps, workspaceId: string, surveyId: string, shareId: string) {
  const revoked = await store.write((tx) => markShareRevoked(tx, { workspaceId, surveyId, id: shareId }, now()))
  if (!revoked) throw problem('share_not_found')
}
