import type { ArticleContent } from '@heed/contracts'

/** What the server does not have yet, and `updatedAt` of what it was made of; null: of a new article. */
export type Kept = { articleId: string; basedOn: string | null; content: ArticleContent }

/** @param name of an article its id; of a new one the address it was begun under */
const keyOf = (name: string) => `heed:article:${name}`

/** Null where nothing is kept, or it cannot be read. */
export function keptArticle(storage: Storage, name: string): Kept | null {
  try {
    const kept: unknown = JSON.parse(storage.getItem(keyOf(name)) ?? 'null')
    return isKept(kept) ? kept : null
  } catch {
    return null
  }
}

/** A browser that keeps nothing (full, or told so) must not stop anybody from writing. */
export function keepArticle(storage: Storage, name: string, kept: Kept): void {
  try {
    storage.setItem(keyOf(name), JSON.stringify(kept))
  } catch {
    // The server has it soon.
  }
}

export function forgetArticle(storage: Storage, name: string): void {
  try {
    storage.removeItem(keyOf(name))
  } catch {
    // Then nothing was kept either.
  }
}

const isKept = (value: unknown): value is Kept =>
  isRecord(value) &&
  typeof value.articleId === 'string' &&
  (value.basedOn === null || typeof value.basedOn === 'string') &&
  isRecord(value.content) &&
  typeof value.content.title === 'string' &&
  typeof value.content.body === 'string'

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null
