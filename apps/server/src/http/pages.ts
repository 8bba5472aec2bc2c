import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { builtFiles } from '../built-files.ts'

const pages = [
  { room: 'playground', prefix: '/demo' },
  { room: 'dashboard', prefix: '' },
] as const

/** A missing file or API address must not answer with a page. */
const notAPage = /^\/(api|v1|w)\/|^[^?]*\.\w+(\?|$)/

/** The dashboard at `/` and the demo host app at `/demo`: single-page apps whose every address answers with their page. */
export const servePages = async (app: FastifyInstance) => {
  for (const [index, { room, prefix }] of pages.entries()) {
    const root = builtFiles(room)
    await app.register(fastifyStatic, {
      root,
      prefix: `${prefix}/`,
      index: false,
      wildcard: false, // a route for each file that is there, so that everything else can answer with the page
      decorateReply: index === 0,
      cacheControl: false,
      setHeaders: (reply, path) => {
        // Files in assets/ carry a hash of their content in the name.
        const hashed = path.includes('/assets/')
        reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
      },
    })
    for (const address of prefix ? [prefix, `${prefix}/*`] : ['/', '/*']) {
      app.get(address, { schema: { hide: true } }, async (request, reply) => {
        if (notAPage.test(request.url)) return reply.callNotFound()
        // The page would fail to decode the address of before. Two slashes at the beginning would name another host.
        if (request.url !== request.originalUrl) return reply.redirect(request.url.replace(/^[/\\\s]+/, '/'), 302)
        // Its address is what lets people in, so it must not be found by a search.
        const { '*': path = '' } = request.params as { '*'?: string }
        if (path.startsWith('shared/')) reply.header('x-robots-tag', 'noindex, nofollow')
        return reply.sendFile('index.html', root)
      })
    }
  }
}
