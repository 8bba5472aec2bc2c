import type { Deps } from '../../deps.ts'
import { insertArticle } from './articles.queries.ts'

export type NewArticle = { slug: string; locale: string; title: string; body: string; areaId: string | null }

/** Publishes an article. @returns its id */
export async function createArticle({ store, now, newId }: Deps, workspaceId: string, article: NewArticle) {
  const id = newId('article')
  const at = now()
  await store.write((tx) =>
    insertArticle(tx, { workspaceId, id, ...article, state: 'published', createdAt: at, updatedAt: at }),
  )
  return id
}
