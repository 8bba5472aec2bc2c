import type { FastifyInstance } from 'fastify'
import { problem } from './problem.ts'

const ownHost = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/i
const proxyHeaders = ['x-forwarded-for', 'x-forwarded-host', 'forwarded'] as const

/**
 * Answers this machine alone. Listening on a loopback address is not enough: a reverse proxy passes requests of others
 * on, and a page elsewhere can point a name of its own at 127.0.0.1 (DNS rebinding). Both show in the headers.
 * @throws Problem sample_only_here
 */
export const refuseElsewhere = (app: FastifyInstance) => {
  app.addHook('onRequest', async ({ headers }) => {
    const here = ownHost.test(headers.host ?? '') && proxyHeaders.every((name) => headers[name] === undefined)
    if (!here) throw problem('sample_only_here')
  })
}
