import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { builtFiles } from '../built-files.ts'

const aYear = 365 * 86_400_000

/** The dashboard at `/` and the demo host app at `/demo`: single-page apps whose every address answers with their page. */
export const servePages = async (app: FastifyInstance) => {
  for (const { room, prefix } of [
    { room: 'playground', prefix: '/demo' },
    { room: 'dashboard', prefix: '' },
  ] as const) {
    const root = builtFiles(room)
    await app.register(fastifyStatic, {
      root: join(root, 'assets'),
      prefix: `${prefix}/assets/`,
      decorateReply: room === 'playground',
      immutable: true,
      maxAge: aYear,
    })
    for (const address of prefix ? [prefix, `${prefix}/*`] : ['/', '/*']) {
      app.get(address, { schema: { hide: true } }, async (request, reply) => {
        // A missing file or API address must not answer with a page.
        if (!request.headers.accept?.includes('text/html')) return reply.callNotFound()
        return reply.header('cache-control', 'no-cache').sendFile('index.html', root)
      })
    }
  }
}
