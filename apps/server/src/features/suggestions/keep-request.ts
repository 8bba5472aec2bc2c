import type { RequestKind, SuggestionQuery } from '@heed/contracts'
import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { findVisitor } from '../people/people.queries.ts'
import { visitingCustomer } from '../people/record-person.ts'
import { visitorSnapshot } from '../people/snapshot.ts'
import type { WorkspaceRow } from '../workspaces/workspaces.queries.ts'
import { isHeldOut } from './hold-out.ts'
import { isKept } from './kept-text.ts'
import { findRequest, insertRequest, markRequest, type RequestRow } from './requests.queries.ts'

/** Of the documents that were shown in turn, so many are remembered. */
const mostOffered = 20

type Asking = Omit<SuggestionQuery, 'kind'> & { kind: RequestKind }
type Asker = { workspace: WorkspaceRow; visitorHash: string }

/**
 * Whether suggestions are kept from whoever asks; and keeps the request, where this is one. It is stored before it is
 * answered for the first time, so that it is decided once. Who names no request is in no comparison, and held out of none.
 * @returns the request to tell what was shown; undefined where none is kept
 */
export async function beginRequest(
  deps: Deps,
  { workspace, visitorHash }: Asker,
  { requestId, kind, text, locale, page }: Asking,
): Promise<{ heldOut: boolean; request: RequestRow | undefined }> {
  const { read } = deps.store
  // Nothing is measured by it.
  if (!requestId && text.trim() !== '') return { heldOut: false, request: undefined }
  const known = requestId ? await findRequest(read, workspace.id, requestId) : undefined
  if (known?.visitorHash === visitorHash) return { heldOut: known.heldOut, request: known }
  if (!requestId || known || !isKept(kind, text, locale)) {
    const visitor = await findVisitor(read, workspace.id, visitorHash)
    return { heldOut: await isHeldOut(read, workspace, visitorHash, visitor?.person), request: undefined }
  }
  const at = deps.now()
  const request = await deps.store.write(async (tx) => {
    const customer = await visitingCustomer(tx, deps, { workspaceId: workspace.id, hash: visitorHash })
    await insertRequest(tx, {
      workspaceId: workspace.id,
      id: requestId,
      kind,
      personId: customer.person.id,
      accountId: customer.account?.id ?? null,
      visitorHash,
      heldOut: await isHeldOut(tx, workspace, visitorHash, customer.person),
      locale: locale ?? null,
      text,
      page: page ?? null,
      offered: [],
      read: [],
      notHelped: [],
      outcome: null,
      targetId: null,
      ...(await visitorSnapshot(tx, customer, at)),
      createdAt: at,
      updatedAt: at,
    })
    return ownRequest(tx, workspace.id, requestId, visitorHash)
  })
  return { heldOut: request?.heldOut ?? false, request }
}

const ownRequest = async (tx: Handle, workspaceId: string, id: string, visitorHash: string) => {
  const row = await findRequest(tx, workspaceId, id)
  return row?.visitorHash === visitorHash ? row : undefined
}

/**
 * Keeps what was typed by now, and what was shown for it or, to the held-out, would have been. Once something was shown
 * it stays said, also when it went away again: so both sides are counted by the same rule. What ended stays as it ended.
 */
export async function keepOffered(
  { store, now }: Deps,
  { workspaceId, id }: RequestRow,
  { text, locale, page, kind }: Asking,
  shown: string[],
): Promise<void> {
  await store.write(async (tx) => {
    const row = await findRequest(tx, workspaceId, id)
    if (!row || row.outcome !== null) return
    const offered = [...new Set([...row.offered, ...shown])].slice(0, mostOffered)
    const says = isKept(kind, text, locale)
    await markRequest(tx, workspaceId, id, {
      offered,
      ...(says && { text, locale: locale ?? row.locale, page: page ?? row.page }),
      updatedAt: now(),
    })
  })
}
