// The thread behind `openThread`. Plain JavaScript: nothing reads TypeScript for it.
import { parentPort, workerData } from 'node:worker_threads'

const { library, file, readonly, pragmas } = workerData
const { default: Database } = await import(library)
const database = new Database(file, { readonly })
for (const pragma of pragmas) database.pragma(pragma)

parentPort.on('message', ({ id, text, values }) => {
  try {
    parentPort.postMessage({ id, rows: database.prepare(text).raw().all(values) })
  } catch ({ message, code }) {
    parentPort.postMessage({ id, failed: { message, code } })
  }
})
