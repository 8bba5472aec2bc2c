import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A host page with nothing in it, not even the tag, and the given answers at other addresses. */
export const startBareHost = async (json: Record<string, string> = {}) => {
  const server = createServer(({ url = '/' }, reply) => {
    const answer = json[url]
    reply.setHeader('content-type', answer === undefined ? 'text/html' : 'application/json')
    reply.end(answer ?? '<!doctype html><html lang="en"><title>Host page</title><h1>Host page</h1></html>')
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
