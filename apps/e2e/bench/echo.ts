import { fork } from 'node:child_process'
import { once } from 'node:events'
import { createRequire } from 'node:module'

const fastify = createRequire(import.meta.url).resolve('fastify')

// In a process of its own, as the server is; given as text because plain Node reads no TypeScript.
const program = `
  const app = require(${JSON.stringify(fastify)})()
  app.put('/*', async (request) => request.body)
  app.listen({ port: 0, host: '127.0.0.1' }).then((url) => process.send(url))
`

/** The floor: a Fastify that answers with what it was sent. */
export const startEcho = async () => {
  const child = fork('-e', [program], { execArgv: [], stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  const [url] = (await once(child, 'message')) as [string]
  return {
    url,
    stop: async () => {
      const exited = once(child, 'exit')
      child.kill()
      await exited
    },
  }
}
