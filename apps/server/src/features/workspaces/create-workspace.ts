import type { Deps } from '../../deps.ts'
import { hashToken, newToken } from '../../http/tokens.ts'
import { insertKey, insertWorkspace } from './workspaces.queries.ts'

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
export async function createWorkspace({ store, now, newId }: Deps, workspace: NewWorkspace) {
  const keys = workspace.keys ?? { publishable: `pk_${newToken()}`, secret: `sk_${newToken()}` }
  const createdAt = now()
  const workspaceId = newId('workspace')
  await store.write(async (tx) => {
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
      sample: workspace.sample ?? false,
      firstResponseTargetMs: 15 * 60_000,
      ticketCount: 0,
      createdAt,
    })
    for (const kind of ['publishable', 'secret'] as const) {
      await insertKey(tx, {
        workspaceId,
        id: newId('key'),
        kind,
        hash: hashToken(keys[kind]),
        hint: kind === 'publishable' ? keys.publishable : keys.secret.slice(0, 9),
        origins: kind === 'publishable' ? workspace.origins : [],
        createdAt,
        revokedAt: null,
      })
    }
  })
  return { workspaceId, keys }
}
