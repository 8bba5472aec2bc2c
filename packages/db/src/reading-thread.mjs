// The thread behind `openReadingThread`. Plain JavaScript: nothing reads TypeScript for it.
import { parentPort, workerData } from 'node:worker_threads'
import Database from 'better-sqlite3'

const database = new Database(workerData.file, { readonly: true })
for (const pragma of workerData.pragmas) database.pragma(pragma)

parentPort.on('message', ({ id, text, values }) => {
  try {
    parentPort.postMessage({ id, rows: database.prepare(text).raw().all(values) })
  } catch ({ message, code }) {
    parentPort.postMessage({ id, failed: { message, code } })
  }
})
