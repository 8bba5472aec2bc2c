// `npm start`: installs, builds what changed, and becomes the server. One process below npm, so that there is no more
// than npm's own shell between them.
import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'

const { packageManager } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'))
// Through a shell, since on Windows npx is a script. pnpm installs by itself where that is needed.
const built = spawnSync(`npx --yes ${packageManager} --silent run build`, { stdio: 'inherit', shell: true })
if (built.status !== 0) process.exit(built.status ?? 1)

// npm passes SIGTERM on to its shell, and many shells end by it without a word to us: then we are somebody else's child.
const parent = process.ppid
const watch = setInterval(() => {
  if (process.ppid === parent) return
  clearInterval(watch)
  process.kill(process.pid, 'SIGTERM')
}, 250)
watch.unref()

await import('./dist/server.js')
