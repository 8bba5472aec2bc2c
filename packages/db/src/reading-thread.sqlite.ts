import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { Worker } from 'node:worker_threads'

type Rows = unknown[][]
type Waiting = { resolve: (rows: Rows) => void; reject: (error: Error) => void }
type Reply = { id: number } & ({ rows: Rows } | { failed: { message: string; code?: string } })

// Beside the sources, also where this is part of a bundle.
const program = join(dirname(createRequire(import.meta.url).resolve('@heed/db/package.json')), 'src/reading-thread.mjs')

/** A connection that reads in a thread of its own, begun with the first question and again if it ever ends. */
export const openReadingThread = (file: string, pragmas: readonly string[]) => {
  const waiting = new Map<number, Waiting>()
  let thread: Worker | undefined
  let asked = 0

  const settle = (reply: Reply) => {
    const one = waiting.get(reply.id)
    waiting.delete(reply.id)
    if (waiting.size === 0) thread?.unref()
    if ('rows' in reply) one?.resolve(reply.rows.map(withBuffers))
    else one?.reject(Object.assign(new Error(reply.failed.message), { code: reply.failed.code }))
  }

  const begin = () => {
    const begun = new Worker(program, { workerData: { file, pragmas } })
    const end = (error: Error) => {
      if (thread === begun) thread = undefined
      for (const { reject } of waiting.values()) reject(error)
      waiting.clear()
    }
    begun.on('message', settle)
    begun.on('error', end)
    begun.on('exit', () => end(new Error('the reading thread has ended')))
    return begun
  }

  return {
    /** Rows of a statement, their values by position. */
    all: (text: string, values: unknown[]): Promise<Rows> =>
      new Promise((resolve, reject) => {
        thread ??= begin()
        thread.ref() // while somebody waits, the process does not end
        asked += 1
        waiting.set(asked, { resolve, reject })
        thread.postMessage({ id: asked, text, values })
      }),
    close: async () => void (await thread?.terminate()),
  }
}

/** What was a Buffer comes out of a thread without being one. */
const withBuffers = (row: unknown[]) =>
  row.map((value) =>
    value instanceof Uint8Array ? Buffer.from(value.buffer, value.byteOffset, value.byteLength) : value,
  )
