import type { Deps } from '../../deps.ts'
import { listAskedLately } from './requests.queries.ts'

/** Where nobody asked for so long, the first who does waits for the engine. */
const askedWithinMs = 30 * 86_400_000

/**
 * Makes the engines of the workspaces that were asked last, one after the other and beside the requests, so that the first
 * question after a start finds its engine there, or half done.
 * @param most engines: each takes memory
 * @returns what ends it, once it came to an end by itself or by being left between two engines
 */
export function startSuggesters(
  { store, now, suggesters }: Pick<Deps, 'store' | 'now' | 'suggesters'>,
  most: number,
  onError: (error: unknown) => void,
): { leave: () => void; ended: Promise<void> } {
  let left = false
  const make = async () => {
    if (most === 0) return
    const since = new Date(now().getTime() - askedWithinMs)
    for (const workspaceId of await listAskedLately(store.read, since, most)) {
      // The first are those asked last: they must not make room for the others.
      if (left || !suggesters.hasRoom()) return
      await suggesters.of(workspaceId)
    }
  }
  const ended = make().catch((error: unknown) => {
    // A store that is closed under an engine is no fault.
    if (!left) onError(error)
  })
  const leave = () => {
    left = true
  }
  return { leave, ended }
}
