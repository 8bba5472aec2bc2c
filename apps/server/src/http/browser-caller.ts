import cors from '@fastify/cors'
import { visitorHeader } from '@heed/contracts'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { Deps } from '../deps.ts'
import type { Visitor } from '../features/people/record-person.ts'
import type { WorkspaceRow } from '../features/workspaces/workspaces.queries.ts'
import { problem } from './problem.ts'
import { hashToken } from './tokens.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** Set by the caller's plugin (browser, server or member) before any handler runs. */
    workspace: WorkspaceRow
  }
}

const visitorToken = /^[\w-]{43}$/

/** Whether an origin is in a key's list; `*` may stand for the port, nothing else. */
export const originAllowed = (origin: string, allowed: string[]) =>
  allowed.some(
    (entry) => entry === origin || (entry.endsWith(':*') && origin.replace(/:\d+$/, '') === entry.slice(0, -2)),
  )

const findPublishableKey = async ({ keyOf }: Deps, request: { params: unknown }) => {
  const { key } = request.params as { key?: string }
  const found = key?.startsWith('pk_') ? await keyOf(hashToken(key)) : undefined
  return found?.key.kind === 'publishable' ? found : undefined
}

/**
 * Lets browsers in that bring a publishable key in the path. A page of another origin must be in the key's list;
 * without an Origin header (same-origin GET, or no browser) there is nothing to check.
 */
export const admitBrowsers = async (app: FastifyInstance, deps: Deps) => {
  app.decorateRequest('workspace')

  await app.register(cors, {
    delegator: (request, answer) => {
      findPublishableKey(deps, request).then(
        (found) => {
          const { origin } = request.headers
          const ours = found && origin && (isOwnOrigin(request) || originAllowed(origin, found.key.origins))
          answer(null, {
            origin: ours ? origin : false,
            methods: ['GET', 'PUT', 'POST'],
            exposedHeaders: ['retry-after'],
            maxAge: 7200,
            credentials: false,
          })
        },
        (error: Error) => answer(error, {}),
      )
    },
  })

  app.addHook('onRequest', async (request, reply) => {
    if (request.method === 'OPTIONS') return
    reply.header('cache-control', 'no-store')
    const found = await findPublishableKey(deps, request)
    if (!found) throw problem('unknown_key')
    const { origin } = request.headers
    if (origin && !isOwnOrigin(request) && !originAllowed(origin, found.key.origins)) {
      throw problem('origin_not_allowed', { detail: `Add ${origin} to the origins of this publishable key.` })
    }
    request.workspace = found.workspace
  })
}

const isOwnOrigin = ({ headers, protocol, host }: FastifyRequest) => headers.origin === `${protocol}://${host}`

/** The browser that sent this request. @throws Problem unknown_visitor */
export const visitorOf = (request: FastifyRequest): Visitor => {
  const token = request.headers[visitorHeader]
  if (typeof token !== 'string' || !visitorToken.test(token)) throw problem('unknown_visitor')
  return { workspaceId: request.workspace.id, hash: hashToken(token) }
}
