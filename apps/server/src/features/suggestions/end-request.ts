import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { findRequest, markRequest, type RequestRow } from './requests.queries.ts'

/** How a request ended, and with what. */
export type RequestEnd = { outcome: NonNullable<RequestRow['outcome']>; targetId: string }

/** Said of a request by a browser; the request may not be known, or be somebody else's. */
type Said = { workspaceId: string; visitorHash: string; requestId: string | null | undefined }

const strength = { voted: 1, solved: 2, ticket: 3 }

/**
 * Ends a request within the write of what it ended with. Who voted and still asks, or was helped and still files a
 * ticket, ended with the stronger word; a repeat changes nothing, nor does the id of a request of another browser. What
 * solved it helped, whatever was said of it before.
 * @param more what else became known of it: its words in the end, and what was read
 */
export async function endRequest(
  tx: Handle,
  { now }: Pick<Deps, 'now'>,
  said: Said,
  { outcome, targetId }: RequestEnd,
  more: { text?: string; read?: string[] } = {},
): Promise<void> {
  const row = await findOwn(tx, said)
  if (!row) return
  const notHelped = outcome === 'solved' ? row.notHelped.filter((id) => id !== targetId) : row.notHelped
  const isWeaker = row.outcome !== null && strength[row.outcome] >= strength[outcome]
  if (isWeaker && notHelped.length === row.notHelped.length) return
  await markRequest(tx, said.workspaceId, row.id, {
    notHelped,
    ...(!isWeaker && {
      outcome,
      targetId,
      read: [...new Set([...row.read, ...(more.read ?? [])])],
      ...(more.text && { text: more.text }),
    }),
    updatedAt: now(),
  })
}

/** Opens a request again that ended with this, such as a vote that was taken back. */
export async function reopenRequest(
  tx: Handle,
  { now }: Pick<Deps, 'now'>,
  said: Said,
  end: RequestEnd,
): Promise<void> {
  const row = await findOwn(tx, said)
  if (row?.outcome !== end.outcome || row.targetId !== end.targetId) return
  await markRequest(tx, said.workspaceId, row.id, { outcome: null, targetId: null, updatedAt: now() })
}

async function findOwn(tx: Handle, { workspaceId, visitorHash, requestId }: Said): Promise<RequestRow | undefined> {
  const row = requestId ? await findRequest(tx, workspaceId, requestId) : undefined
  return row?.visitorHash === visitorHash ? row : undefined
}
