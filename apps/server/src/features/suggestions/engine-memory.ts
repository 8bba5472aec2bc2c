/** Engines of all workspaces may take so much memory. */
const usualMostBytes = 512 * 2 ** 20
/**
 * What an engine takes, by what it was made of, rounded up from docs/measurements.md: weights for each document, which
 * stop at 16 MB, and what is kept of each text.
 */
const weightBytes = 128 * 1024
const mostWeightBytes = 16 * 2 ** 20
const textBytes = 5 * 1024

/** What an engine was made of and has learned since. */
type Sized = { documents: { size: number }; known: { size: number } }

const bytesOf = ({ documents, known }: Sized) =>
  Math.min(documents.size * weightBytes, mostWeightBytes) + (documents.size + known.size) * textBytes

/** Keeps the engines that were asked last; the one asked now stays, whatever it takes. */
export function createEngineMemory<Engine extends Sized>(mostBytes = usualMostBytes) {
  const kept = new Map<string, Engine>()
  /** How often each is held by what takes its time. */
  const held = new Map<string, number>()
  const total = () => [...kept.values()].reduce((sum, engine) => sum + bytesOf(engine), 0)

  /** The least recently used go first. One that is learning or has another built for it stays until that has ended. */
  const makeRoom = () => {
    let bytes = total()
    const newest = [...kept.keys()].at(-1)
    for (const [workspaceId, engine] of kept) {
      if (bytes <= mostBytes) return
      if (workspaceId === newest || held.has(workspaceId)) continue
      kept.delete(workspaceId)
      bytes -= bytesOf(engine)
    }
  }

  return {
    /** The engine as it is, asked by nobody. */
    peek: (workspaceId: string) => kept.get(workspaceId),
    /** The engine for somebody who asks. */
    take(workspaceId: string): Engine | undefined {
      const engine = kept.get(workspaceId)
      if (!engine) return undefined
      kept.delete(workspaceId)
      kept.set(workspaceId, engine)
      return engine
    },
    /** Puts an engine in its place, new or in that of another. */
    put(workspaceId: string, engine: Engine) {
      kept.set(workspaceId, engine)
      makeRoom()
    },
    /** Keeps the engine of a workspace while something goes on with it. */
    async during<T>(workspaceId: string, work: () => Promise<T>): Promise<T> {
      held.set(workspaceId, (held.get(workspaceId) ?? 0) + 1)
      try {
        return await work()
      } finally {
        const left = (held.get(workspaceId) ?? 1) - 1
        if (left > 0) held.set(workspaceId, left)
        else held.delete(workspaceId)
        makeRoom()
      }
    },
    hasRoom: () => total() < mostBytes,
  }
}
