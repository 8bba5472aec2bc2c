import type { Handle } from '@heed/db'
import type { Deps } from '../../deps.ts'
import { hashToken, newToken } from '../../http/tokens.ts'
import { insertKey, type KeyRow } from './keys.queries.ts'
import { insertWorkspace } from './workspaces.queries.ts'

export type NewWorkspace = {
  name: string
  currency: string
  defaultLocale?: string
  accent?: string
  /** What a browser's Do-Not-Track or Global Privacy Control does. */
  privacySignal?: 'honour' | 'ignore'
  /** Whether segments look at what only a browser claims. */
  unverifiedValues?: 'ignore' | 'use'
  sample?: boolean
  /** Exact origins that may use the publishable key; a `*` may stand for the port. */
  origins: string[]
  /** Fixed keys, for the sample alone. */
  keys?: { publishable: string; secret: string }
}

/**
 * Makes a workspace with a publishable and a secret key. The keys are returned once and stored hashed.
 */
export const createWorkspace = (deps: Deps, workspace: NewWorkspace) =>
  deps.store.write((tx) => addWorkspace(tx, deps, workspace))

/** The same within a write. */
export async function addWorkspace(tx: Handle, deps: Deps, workspace: NewWorkspace) {
  const keys = workspace.keys ?? { publishable: newKey('publishable'), secret: newKey('secret') }
  const workspaceId = deps.newId('workspace')
  await insertWorkspace(tx, {
    id: workspaceId,
    name: workspace.name,
    currency: workspace.currency,
    defaultLocale: workspace.defaultLocale ?? 'en',
    accent: workspace.accent ?? '#2f5d8a',
    privacySignal: workspace.privacySignal ?? null,
    identityEnforced: null,
    unverifiedValues: workspace.unverifiedValues ?? null,
    fatigue: null,
    help: null,
    ideaAccountShare: null,
    sample: workspace.sample ?? false,
    firstResponseTargetMs: 15 * 60_000,
    ticketCount: 0,
    createdAt: deps.now(),
  })
  for (const kind of ['publishable', 'secret'] as const) {
    await insertKey(tx, keyRow(deps, workspaceId, kind, keys[kind], workspace.origins))
  }
  return { workspaceId, keys }
}

/** A new key, which nobody could guess. */
export const newKey = (kind: KeyRow['kind']) => `${kind === 'publishable' ? 'pk' : 'sk'}_${newToken()}`

/** What is stored of a key: its hash, and of a publishable one all of it, since pages show it anyway. */
export const keyRow = (
  { newId, now }: Deps,
  workspaceId: string,
  kind: KeyRow['kind'],
  key: string,
  origins: string[],
): KeyRow => ({
  workspaceId,
  id: newId('key'),
  kind,
  hash: hashToken(key),
  hint: kind === 'publishable' ? key : key.slice(0, 9),
  origins: kind === 'publishable' ? origins : [],
  createdAt: now(),
  revokedAt: null,
})
