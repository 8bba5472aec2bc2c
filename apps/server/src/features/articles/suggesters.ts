import type { Store } from '@heed/db'
import { buildSuggester, type Suggester } from '@heed/suggest'
import { listPublishedArticles, readArticlesVersion } from './articles.queries.ts'

const checkEveryMs = 5_000

type Kept = {
  version: string
  checkedAt: number
  suggester: Suggester
  titles: Map<string, { title: string; locale: string }>
}

/** One suggestion engine a workspace, kept in memory and built again when its articles have changed. */
export type Suggesters = { of: (workspaceId: string) => Promise<Kept> }

export const createSuggesters = (store: Store, now: () => Date): Suggesters => {
  const kept = new Map<string, Kept>()

  const build = async (workspaceId: string, version: string): Promise<Kept> => {
    const articles = await listPublishedArticles(store.read, workspaceId)
    return {
      version,
      checkedAt: now().getTime(),
      suggester: buildSuggester({ articles }),
      titles: new Map(articles.map(({ id, title, locale }) => [id, { title, locale }])),
    }
  }

  return {
    of: async (workspaceId) => {
      const before = kept.get(workspaceId)
      if (before && now().getTime() - before.checkedAt < checkEveryMs) return before
      const version = await readArticlesVersion(store.read, workspaceId)
      const current =
        before?.version === version ? { ...before, checkedAt: now().getTime() } : await build(workspaceId, version)
      kept.set(workspaceId, current)
      return current
    },
  }
}
