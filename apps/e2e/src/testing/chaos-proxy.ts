import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

export type ChaosProxy = {
  url: string
  /** How often each mischief was done. */
  done: { forwarded: number; droppedRequests: number; droppedReplies: number; stormed: number }
  /** From now on everything gets through. */
  calm(): void
  close(): Promise<void>
}

/** A host page with the widget and nothing else. */
const hostPage = `<!doctype html><html lang="en"><title>Host page</title>
<script async src="/w/pk_sample.js"></script><h1>Host page</h1></html>`

/** Numbers 0 … 1, the same ones for the same seed (mulberry32). */
const randomFrom = (seed: number) => {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** Of every so many requests the last ones meet a storm, in which everything is answered with 429. */
const stormEvery = 200
const stormLength = 30

/**
 * Stands between browsers and the server, and serves `/host`. Of the widget's calls and downloads it drops `share`, half
 * of them before the server saw them and half after; now and then it answers everything with 429. Loader and host page
 * get through, because without them nothing was ever said.
 */
export const startChaosProxy = async (target: string, share: number, seed: number): Promise<ChaosProxy> => {
  const { port } = new URL(target)
  const random = randomFrom(seed)
  const done = { forwarded: 0, droppedRequests: 0, droppedReplies: 0, stormed: 0 }
  let met = 0
  let calm = false

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse, dropReply: boolean) => {
    done.forwarded += 1
    // Visitors of many addresses, as in real life: limits hold for each address.
    const from = `10.0.${Math.floor(random() * 250)}.${Math.floor(random() * 250)}`
    const headers = { ...incoming.headers, 'x-forwarded-for': from }
    const onward = request({ port, method: incoming.method, path: incoming.url, headers }, (reply) => {
      if (dropReply) {
        reply.resume()
        return reply.once('end', () => incoming.socket.destroy())
      }
      outgoing.writeHead(reply.statusCode ?? 502, reply.headers)
      reply.pipe(outgoing)
    })
    onward.once('error', () => incoming.socket.destroy())
    incoming.pipe(onward)
  }

  const server = createServer((incoming, outgoing) => {
    const { url = '' } = incoming
    if (url.startsWith('/host')) return outgoing.setHeader('content-type', 'text/html').end(hostPage)
    if (calm || /^\/w\/pk_\w+\.js/.test(url)) return forward(incoming, outgoing, false)
    met += 1
    if (met % stormEvery > stormEvery - stormLength) {
      done.stormed += 1
      return outgoing.writeHead(429, { 'retry-after': '1', 'content-type': 'application/problem+json' }).end('{}')
    }
    const chance = random()
    if (chance < share / 2) {
      done.droppedRequests += 1
      return incoming.socket.destroy()
    }
    if (chance < share) done.droppedReplies += 1
    return forward(incoming, outgoing, chance < share)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    done,
    calm: () => {
      calm = true
    },
    close: async () => {
      server.closeAllConnections()
      server.close()
      await once(server, 'close')
    },
  }
}
