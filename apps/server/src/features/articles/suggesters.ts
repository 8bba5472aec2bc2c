import { setImmediate } from 'node:timers/promises'
import type { Store } from '@heed/db'
import { createSuggester, type Suggester } from '@heed/suggest'
import { listPublishedArticles, readArticlesVersion } from './articles.queries.ts'
import { countDeflections, listEvidence } from './evidence.queries.ts'

const checkEveryMs = 5_000
/** What arrives is dated back by so much at most (`AgeMs`), and a day. */
const mostLateMs = 31 * 86_400_000
/** After so many lessons everything is learned again, the threshold among it. */
const lessonsToRefit = 50

type Kept = {
  version: string
  checkedAt: number
  suggester: Suggester
  titles: Map<string, { title: string; locale: string }>
  /** Ids of the solved requests that it knows. */
  known: Set<string>
  /** Solved requests in the store when it was last looked. */
  solved: number
  /** Learned since it was fitted. */
  lessons: number
}

/** One suggestion engine a workspace, in memory. */
export type Suggesters = {
  /** Knows of articles and solved requests of any server process after a few seconds. */
  of: (workspaceId: string) => Promise<Pick<Kept, 'suggester' | 'titles'>>
  /** A request was solved here just now: whoever asks next is answered with it. */
  look: (workspaceId: string) => void
}

/** Engines are built when they are first asked, again when articles have changed, and learn what was solved since. */
export const createSuggesters = (store: Store, now: () => Date): Suggesters => {
  const kept = new Map<string, Kept>()
  const building = new Map<string, { version: string; suggester: Promise<Kept> }>()

  const build = async (workspaceId: string, version: string): Promise<Kept> => {
    const [articles, solved, evidence] = await Promise.all([
      listPublishedArticles(store.read, workspaceId),
      countDeflections(store.read, workspaceId),
      listEvidence(store.read, workspaceId),
    ])
    const documents = articles.map((article) => ({ ...article, kind: 'article' as const }))
    return {
      version,
      checkedAt: now().getTime(),
      suggester: await createSuggester({ documents, evidence }, setImmediate),
      titles: new Map(articles.map(({ id, title, locale }) => [id, { title, locale }])),
      known: new Set(evidence.map(({ id }) => id)),
      solved,
      lessons: 0,
    }
  }

  /** Whoever asks meanwhile waits for the same one. */
  const buildOnce = (workspaceId: string, version: string): Promise<Kept> => {
    const begun = building.get(workspaceId)
    if (begun?.version === version) return begun.suggester
    const suggester = build(workspaceId, version).finally(() => {
      if (building.get(workspaceId)?.suggester === suggester) building.delete(workspaceId)
    })
    building.set(workspaceId, { version, suggester })
    return suggester
  }

  /** Takes in what was solved since, here or on another server. */
  const catchUp = async (workspaceId: string, before: Kept): Promise<Kept> => {
    const solved = await countDeflections(store.read, workspaceId)
    const checkedAt = now().getTime()
    if (solved === before.solved) return { ...before, checkedAt }
    const recent = await listEvidence(store.read, workspaceId, new Date(checkedAt - mostLateMs))
    const fresh = recent.filter(({ id }) => !before.known.has(id))
    for (const evidence of fresh.toReversed()) {
      before.known.add(evidence.id)
      before.suggester.learn(evidence)
    }
    const lessons = before.lessons + fresh.length
    if (lessons < lessonsToRefit) return { ...before, checkedAt, solved, lessons }
    // In short steps beside the requests, which the engine as it was answers meanwhile, and further on if this fails.
    before.suggester.refit(setImmediate).catch(() => {})
    return { ...before, checkedAt, solved, lessons: 0 }
  }

  return {
    of: async (workspaceId) => {
      const before = kept.get(workspaceId)
      if (before && now().getTime() - before.checkedAt < checkEveryMs) return before
      const version = await readArticlesVersion(store.read, workspaceId)
      const current =
        before?.version === version ? await catchUp(workspaceId, before) : await buildOnce(workspaceId, version)
      kept.set(workspaceId, current)
      return current
    },
    look(workspaceId) {
      const before = kept.get(workspaceId)
      if (before) kept.set(workspaceId, { ...before, checkedAt: 0 })
    },
  }
}
