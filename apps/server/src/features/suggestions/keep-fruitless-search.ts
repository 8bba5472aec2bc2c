import type { Deps } from '../../deps.ts'
import { isKept } from './kept-text.ts'
import { insertRequest } from './requests.queries.ts'

/** Keeps the words of a reader of the help centre for which there was nothing; of whom nothing is known, nothing is kept. */
export async function keepFruitlessSearch(
  deps: Deps,
  workspaceId: string,
  text: string,
  locale: string,
): Promise<void> {
  if (!isKept('searched', text, locale)) return
  const at = deps.now()
  await deps.store.write((tx) =>
    insertRequest(tx, {
      workspaceId,
      id: deps.newId('request'),
      kind: 'searched',
      personId: null,
      accountId: null,
      visitorHash: null,
      heldOut: false,
      locale,
      text,
      page: null,
      offered: [],
      read: [],
      notHelped: [],
      outcome: null,
      targetId: null,
      plan: null,
      spendMinor: null,
      currency: null,
      reportingSpendMinor: null,
      tenureDays: null,
      traits: {},
      trust: 'unverified',
      valuesTrust: 'unverified',
      createdAt: at,
      updatedAt: at,
    }),
  )
}
