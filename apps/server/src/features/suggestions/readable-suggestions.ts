import type { Handle } from '@heed/db'
import { findArticlesById } from '../articles/articles.queries.ts'
import { audiencesHolding } from '../articles/readable-by.ts'
import type { Scope } from '../segments/scope.ts'
import type { Suggestable } from './suggesters.ts'

/** Whom something is for: a segment's text; null: everyone. */
type Audience = Suggestable['audience']

/** Who asks. It is found out once for each audience whether it holds them. */
export type Reader = {
  ask(audiences: readonly Audience[]): Promise<void>
  /** Of an audience that was asked; of others undefined. */
  mayRead(audience: Audience): boolean | undefined
}

/** So many are shown, or fewer. */
export const mostShown = 3

/** @param visitorHash undefined: a stranger */
export function readerOf(handle: Handle, scope: Scope, visitorHash: string | undefined): Reader {
  const held = new Map<Audience, boolean>([[null, true]])
  return {
    async ask(audiences) {
      const unheard = audiences.flatMap((audience) => (audience === null || held.has(audience) ? [] : audience))
      const holding = await audiencesHolding(handle, scope, unheard, visitorHash)
      for (const audience of unheard) held.set(audience, holding.has(audience))
    },
    mayRead: (audience) => held.get(audience),
  }
}

/**
 * What comes first of all that somebody may read. What they may not is found out of what comes first alone, and then it is
 * chosen anew without whatever is for the same people, so that it takes no place.
 * @param choose the first of the documents that may be shown
 */
export async function firstReadable<T extends { documentId: string }>(
  reader: Reader,
  documents: ReadonlyMap<string, Pick<Suggestable, 'audience'>>,
  choose: (mayShow: (documentId: string) => boolean) => T[],
): Promise<T[]> {
  const audienceOf = (documentId: string) => documents.get(documentId)?.audience ?? null
  const mayShow = (documentId: string) => reader.mayRead(audienceOf(documentId)) !== false
  for (;;) {
    const chosen = choose(mayShow)
    const first = chosen.slice(0, mostShown).map(({ documentId }) => audienceOf(documentId))
    if (first.every(reader.mayRead)) return chosen.filter(({ documentId }) => mayShow(documentId))
    await reader.ask(chosen.map(({ documentId }) => audienceOf(documentId)))
  }
}

/** Of documents, articles that somebody may read as they are now: an engine may not know yet whom they are for by now. */
export async function listReadable(
  handle: Handle,
  workspaceId: string,
  reader: Reader,
  documentIds: string[],
): Promise<Set<string>> {
  const articles = await findArticlesById(handle, workspaceId, documentIds)
  await reader.ask(articles.map(({ audience }) => audience))
  return new Set(articles.filter(({ audience }) => reader.mayRead(audience)).map(({ id }) => id))
}
