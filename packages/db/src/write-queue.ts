import { StoreBusy } from './store.ts'

type Waiting<Tx> = {
  work: (tx: Tx) => Promise<unknown>
  resolve: (value: never) => void
  reject: (error: unknown) => void
}

/** How a single connection opens, nests and ends transactions. */
export type Connection<Tx> = {
  tx: Tx
  run(
    statement: 'begin immediate' | 'commit' | 'rollback' | 'savepoint work' | 'release work' | 'rollback to work',
  ): void
  /** Resolves once the disk has everything that was committed before it was called. */
  sync(): Promise<void>
}

/**
 * One writer, grouped commits: whatever queued up while one transaction ran goes into the next, each piece in a
 * savepoint of its own, so a bad one fails alone. A caller hears of success only when the disk has it; the next group is
 * written meanwhile. No timer: an idle queue starts at once, a busy one gathers.
 * @param limit pieces that may wait, or be on their way to the disk, before `StoreBusy` is thrown
 */
export const writeQueue = <Tx>({ tx, run, sync }: Connection<Tx>, limit = 10_000, groupSize = 500) => {
  const waiting: Waiting<Tx>[] = []
  const syncing = new Set<Promise<void>>()
  let unsynced = 0
  let draining: Promise<void> | undefined
  /** Why the disk did not keep what was committed. A later sync may pass over it, so from then on nobody is told anything. */
  let lost: { reason: unknown } | undefined

  const runGroup = async (group: Waiting<Tx>[]) => {
    const done: (() => void)[] = []
    try {
      run('begin immediate')
      for (const { work, resolve, reject } of group) {
        run('savepoint work')
        try {
          const value = await work(tx)
          run('release work')
          done.push(() => resolve(value as never))
        } catch (error) {
          run('rollback to work')
          run('release work')
          done.push(() => reject(error))
        }
      }
      run('commit')
    } catch (error) {
      // The transaction itself failed (disk full, locked by another process): nobody's work is stored.
      try {
        run('rollback')
      } catch {
        // SQLite has rolled back by itself.
      }
      for (const { reject } of group) reject(error)
      return
    }
    tellOnceSynced(group, done)
  }

  const tellOnceSynced = (group: Waiting<Tx>[], done: (() => void)[]) => {
    unsynced += group.length
    const told = sync()
      .catch((reason) => {
        lost ??= { reason }
      })
      .then(() => {
        unsynced -= group.length
        syncing.delete(told)
        if (lost) for (const { reject } of group) reject(lost.reason)
        else for (const tell of done) tell()
      })
    syncing.add(told)
  }

  const drain = async () => {
    // Let the requests that arrived in this turn of the event loop join the first group.
    await new Promise((next) => setImmediate(next))
    while (waiting.length > 0) await runGroup(waiting.splice(0, groupSize))
    draining = undefined
  }

  return {
    write: <T>(work: (tx: Tx) => Promise<T>): Promise<T> => {
      if (lost) return Promise.reject(lost.reason)
      if (waiting.length + unsynced >= limit) return Promise.reject(new StoreBusy())
      return new Promise<T>((resolve, reject) => {
        waiting.push({ work, resolve, reject })
        draining ??= drain()
      })
    },
    /** Resolves when nothing is waiting any more, nor on its way to the disk. */
    settled: async () => {
      while (draining || syncing.size > 0) await Promise.all([draining, ...syncing])
    },
  }
}
