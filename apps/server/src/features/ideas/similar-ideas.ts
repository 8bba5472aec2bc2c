import type { IdeaTitles } from '@heed/contracts'
import type { Deps } from '../../deps.ts'
import { listIdeaTitles } from './ideas.queries.ts'

const mostSimilar = 5
/** What the engine is less sure of has little more than a small word in common. */
const leastScore = 0.04
/** Beside one that fits well, what fits so much less is noise. */
const leastOfFirst = 0.3

/** Ideas that still take votes and say the like of a text, the closest first; none where it says too little. */
export async function similarIdeas(
  { store, suggesters }: Pick<Deps, 'store' | 'suggesters'>,
  workspaceId: string,
  { text, locale }: { text: string; locale?: string | undefined },
): Promise<IdeaTitles> {
  const { suggester } = await suggesters.of(workspaceId)
  const found = suggester.search(text, { kinds: ['idea'], limit: mostSimilar, ...(locale && { locale }) })
  const least = Math.max(leastScore, leastOfFirst * (found[0]?.score ?? 0))
  const ids = found.filter(({ score }) => score >= least).map(({ documentId }) => documentId)
  const ideas = new Map((await listIdeaTitles(store.read, workspaceId, ids)).map((idea) => [idea.id, idea]))
  return { items: ids.flatMap((id) => ideas.get(id) ?? []) }
}
