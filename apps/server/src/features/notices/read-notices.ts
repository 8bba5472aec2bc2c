import type { NoticeList, ReadNotices } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { countUnreadNotices, listNotices, markNoticesRead } from './notices.queries.ts'

/** Marks what came until a moment as read. @returns the newest notices, as they are then */
export async function readNotices(
  { store, now }: Deps,
  workspaceId: string,
  { until }: ReadNotices,
): Promise<NoticeList> {
  return store.write(async (tx) => {
    await markNoticesRead(tx, workspaceId, new Date(until), now())
    return { items: await listNotices(tx, workspaceId), unread: await countUnreadNotices(tx, workspaceId) }
  })
}
