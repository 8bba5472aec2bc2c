import { closeSync, fdatasync, openSync } from 'node:fs'
import { promisify } from 'node:util'
import type Database from 'better-sqlite3'
import { openThread } from './thread.sqlite.ts'

const syncFile = promisify(fdatasync)

const lookEveryMs = 100
/** Of 4 kB. From so many on the log is carried into the file, as SQLite would do by itself within a commit. */
const pagesToCarry = 1_000
/** A log as long as this is carried to its end between two commits, or it would never begin anew under a steady load. */
const mostPages = 16_000

type State = { busy: number; log: number; checkpointed: number }

/**
 * The write-ahead log of a SQLite file, whose writing connection commits without waiting for the disk
 * (`synchronous = NORMAL`). What a commit would do within itself is done beside it: its log is synced by the system's
 * threads, and carried into the file by a connection in a thread of its own.
 * @param writer has written already, so that there is a log
 */
export const openLog = (file: string, writer: Database.Database) => {
  // SQLite holds no locks on this file, which closing it would take away.
  const log = openSync(`${file}-wal`, 'r+')
  const thread = openThread(file, { readonly: false, pragmas: ['busy_timeout = 1000'] })
  let running: Promise<void> = Promise.resolve()
  let next: Promise<void> | undefined
  let timer: NodeJS.Timeout | undefined

  /** One after the other: whoever comes meanwhile shares the next, which begins after what they committed. */
  const sync = (): Promise<void> => {
    const begin = () => {
      running = next ?? running
      next = undefined
      return syncFile(log)
    }
    next ??= running.then(begin, begin)
    return next
  }

  const lengthOf = () => {
    const [state] = writer.pragma('wal_checkpoint(NOOP)') as State[]
    return { log: state?.log ?? 0, left: (state?.log ?? 0) - (state?.checkpointed ?? 0) }
  }

  const carry = async () => {
    if (writer.inTransaction || lengthOf().left < pagesToCarry) return
    await thread.all('pragma wal_checkpoint(PASSIVE)', [])
    if (!writer.inTransaction && lengthOf().log >= mostPages) writer.pragma('wal_checkpoint(PASSIVE)')
  }

  return {
    /** Resolves once the disk has everything that was committed before. */
    sync,
    /** Something was committed: sooner or later it belongs into the file. */
    grew() {
      timer ??= setTimeout(async () => {
        // Another time, at the latest when the file is closed.
        await carry().catch(() => {})
        timer = undefined
      }, lookEveryMs).unref()
    },
    async close() {
      clearTimeout(timer)
      await thread.close()
      closeSync(log)
    },
  }
}
