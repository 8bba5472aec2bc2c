// The thread behind `openThread`. Plain JavaScript: nothing reads TypeScript for it.
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const { file, readonly, pragmas } = workerData
const database = new Database(file, { readonly })
for (const pragma of pragmas) database.pragma(pragma)

parentPort.on('message', ({ id, text, values }) => {
  try {
    parentPort.postMessage({ id, rows: database.prepare(text).raw().all(values) })
  } catch ({ message, code }) {
    parentPort.postMessage({ id, failed: { message, code } })
  }
})
