import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { sqliteLibrary } from './library.sqlite.ts'

type Rows = unknown[][]
type Waiting = { resolve: (rows: Rows) => void; reject: (error: Error) => void }
type Reply = { id: number } & ({ rows: Rows } | { failed: { message: string; code?: string } })

// A file of its own, also where this is part of a bundle.
const program = createRequire(import.meta.url).resolve('@heed/db/sqlite-thread')

type Options = { readonly: boolean; pragmas: readonly string[] }

/** A connection in a thread of its own, begun with the first statement and again if it ever ends. */
export const openThread = (file: string, options: Options) => {
  let thread: ReturnType<typeof begin> | undefined
  let asked = 0

  const begin = () => {
    const worker = new Worker(program, { workerData: { library: sqliteLibrary, file, ...options } })
    const waiting = new Map<number, Waiting>()
    const end = (error: Error) => {
      if (thread?.worker === worker) thread = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    worker.on('error', end)
    worker.on('exit', () => end(new Error('the thread of a connection has ended')))
    worker.on('message', (reply: Reply) => {
      const one = waiting.get(reply.id)
      waiting.delete(reply.id)
      if (waiting.size === 0) worker.unref()
      if ('rows' in reply) one?.resolve(reply.rows.map(withBuffers))
      else one?.reject(Object.assign(new Error(reply.failed.message), { code: reply.failed.code }))
    })
    return { worker, waiting }
  }

  return {
    /** Rows of a statement, their values by position. */
    all: (text: string, values: unknown[]): Promise<Rows> =>
      new Promise((resolve, reject) => {
        thread ??= begin()
        thread.worker.ref() // while somebody waits, the process does not end
        asked += 1
        thread.waiting.set(asked, { resolve, reject })
        thread.worker.postMessage({ id: asked, text, values })
      }),
    close: async () => void (await thread?.worker.terminate()),
  }
}

/** What was a Buffer comes out of a thread without being one. */
const withBuffers = (row: unknown[]) =>
  row.map((value) =>
    value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
  )
